"""The first day at a new point: what comes next until the first payment is taken."""

from app.desk.desk import Desk
from app.desk.state import State
from app.store import counter


def next_step(desk: Desk, state: State) -> str:
    """The next thing to do, in a sentence; "" once anybody has been paid for."""
    if counter.any_payment(desk.db):
        return ""
    if not state.residents:
        return "第一次使用：按 F5 选名册文件，先预览，看清人数再确认导入。"
    if state.day is None:
        return "下一步：按 F3 清点备用金、开账。还没设打印机的，先按 Alt+J，再按 F12 设好，打一张样张。"
    return "下一步：收第一笔。输入姓名的首字母，看清应缴多少、为什么，再按 F9 收现金。"
