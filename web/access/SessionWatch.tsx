import { idleMinutes } from '#domain/access/idle-minutes.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { loginAddress, useSessionActs } from './use-session.ts';
import { useSessionEnd } from './use-session-end.ts';

/** No time trap: before a login ends unused, a box asks and one press prolongs it; where it ended, one press leads back here. */
export function SessionWatch() {
  const { minutesLeft, ended, stay } = useSessionEnd(idleMinutes.applicant);
  const { logout } = useSessionActs();
  if (ended)
    return (
      <Dialog title="登录已经到时间" open onClose={() => {}}>
        <p>很久没有操作，为了保护您的信息，已经退出登录。填过的内容已经保存，登录后回到这一页接着办。</p>
        <a className={buttonClass('primary', true)} href={loginAddress()}>
          重新登录
        </a>
        <a className={buttonClass('secondary', true)} href="/">
          不办了，回到首页
        </a>
      </Dialog>
    );
  return (
    <Dialog title="还在办吗？" open={minutesLeft !== null} onClose={stay}>
      <p role="status">
        有一会儿没有操作了，再过 {minutesLeft} 分钟会自动退出登录。要多久都可以：点“继续办理”，时间重新计算。
      </p>
      <Button wide onClick={stay}>
        继续办理
      </Button>
      <Button kind="secondary" wide onClick={() => void logout()}>
        退出登录
      </Button>
    </Dialog>
  );
}
