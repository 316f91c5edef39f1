"""A name as a village board may show it (domain C15): known to neighbours, of no use to strangers."""


def masked_name(name: str) -> str:
    """王小明 -> 王*明, 王明 -> 王*, 欧阳修远 -> 欧**远; of a single character nothing is left."""
    if len(name) <= 2:
        return f"{name[:-1]}*"
    return name[0] + "*" * (len(name) - 2) + name[-1]
