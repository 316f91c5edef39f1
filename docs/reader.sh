#!/bin/sh
# Reads a sync file with age, unzip, openssl and a checksum alone (docs/format.md): opens it, checks every digest and
# the signature, follows the chain, adds up the money. It stands for whatever a county's own IT may write.
#
#   sh docs/reader.sh IDENTITY SIGN_KEY FILE
#
# IDENTITY: a file with the receiver's AGE-SECRET-KEY-1…; SIGN_KEY: the sender's public key, 64 hex digits.
# Prints six lines "name value"; exits 1 with the first thing that does not hold. `due_fen` is what the file's payments
# come to, less its voids and reversals. Entries carried inside others (`entry_carried`) are not counted.
set -eu
export LC_ALL=C
identity=$1 sign_key=$2 sealed=$3
inner=$(mktemp -d)
trap 'rm -rf "$inner"' EXIT

fail() { echo "不符：$1" >&2; exit 1; }
sha256() { sha256sum | cut -d ' ' -f 1; }
unhex() { fold -w 2 | while read -r byte || [ -n "$byte" ]; do printf "\\$(printf %03o "0x$byte")"; done; }
fingerprint() { printf '%030s' "$(echo "ibase=16; $(printf %s "$1" | unhex | sha256 | tr a-f A-F) % C9F2C9CD04674EDEA40000000" | BC_LINE_LENGTH=0 bc)" | tr ' ' 0; }
# A field of the header: canonical JSON has no blanks and no field twice.
field() { sed -n "s/.*\"$1\":\"\{0,1\}\([0-9a-z]*\).*/\1/p" "$inner/header.json"; }
# Amounts of all entries of one kind: that of the body itself, never one inside it. Without its escapes a text ends at
# its quote, and "kind" stands behind the body; then texts go, and each object within the body, the innermost first.
amounts() {
    sed -n -e 's/\\.//g' -e "/\"kind\":\"$1\",\"prev\":\"[0-9a-f]*\",\"seq\":[0-9]*,\"v\":1}\$/!d" \
        -e 's/"\([a-z_]*\)":/\1:/g' -e 's/"[^"]*"//g' -e ':inner' -e 's/^\({at:,body:{.*\){[^{}]*}/\1/' -e 't inner' \
        -e "s/.*[{,]$2:\([0-9]*\).*/\1/p" "$inner/payload.jsonl"
}
total() { amounts "$1" "$2" | paste -s -d + - | sed 's/^$/0/' | bc; }

# The container: age around a zip of exactly three members, none of which may grow beyond its limit.
age -d -i "$identity" -o "$inner/inner.zip" "$sealed" || fail "打不开：不是给这把钥匙的，或已损坏"
[ "$(unzip -Z1 "$inner/inner.zip" | sort | tr '\n' ' ')" = "header.json payload.jsonl signature " ] || fail "内容不是三个文件"
ulimit -f 524288
unzip -q "$inner/inner.zip" -d "$inner"

# The signature is over ten bytes and the header; the header vouches for the payload.
key="302a300506032b6570032100$sign_key"
printf %s "$key" | unhex > "$inner/sender.der"
{ printf 'cunjiao-1\0'; cat "$inner/header.json"; } > "$inner/signed"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$inner/sender.der" -rawin -in "$inner/signed" \
    -sigfile "$inner/signature" > "$inner/answer" 2>&1 || fail "签名不对"
[ "$(field from)" = "$(fingerprint "$sign_key")" ] || fail "签名的不是发件人"
[ "$(sha256 < "$inner/payload.jsonl")" = "$(field payload_sha256)" ] || fail "记录和封面不符"

# The chain: each entry names the digest of the one before it, the first one the digest of the journal's key.
if [ "$(field direction)" = up ]; then
    expected=$(field prev_head)
    [ "$(field first_seq)" != 1 ] || [ "$expected" = "$(printf %s "$sign_key" | unhex | sha256)" ] || fail "账簿的开头不对"
    while IFS= read -r line; do
        [ "$(printf %s "$line" | sed 's/.*"prev":"\([0-9a-f]*\)","seq":[0-9]*,"v":1}$/\1/')" = "$expected" ] || fail "账链断开"
        expected=$(printf %s "$line" | sha256)
    done < "$inner/payload.jsonl"
    [ "$expected" = "$(field head)" ] || fail "最后一条和封面不符"
fi

for name in direction point number last_seq; do echo "$name $(field "$name")"; done
echo "payments $(amounts payment due_fen | wc -l)"
echo "due_fen $(($(total payment due_fen) - $(total payment_voided due_fen) - $(total payment_reversed amount_fen)))"
