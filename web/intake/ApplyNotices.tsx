import { stepUpAddress, useSession } from '../access/use-session.ts';
import { Banner } from '../ui/Banner.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { useApply } from './apply-context.ts';
import { MatterChanges } from './MatterChanges.tsx';

/** What has to be known before filling in: changed requirements, sources that are silent, a login too weak to submit. */
export function ApplyNotices() {
  const { changed, prefill, assurance, subjectKey } = useApply();
  const session = useSession();
  const mandate = session.data?.subjects.find((one) => one.subjectKey === subjectKey)?.mandate;
  return (
    <>
      <MatterChanges changed={changed} />
      <SourcesDown down={prefill.down} />
      {assurance === 'basic' && !mandate && (
        <Banner tone="wait" title="提交前要完成实名认证">
          <p>
            您的账号还是初级认证。可以先填表；提交和签承诺书要用高级实名认证，或者有企业在本平台的授权。认证后会回到这里，填过的都在。
          </p>
          <a className={buttonClass('secondary')} href={stepUpAddress()}>
            现在去认证
          </a>
        </Banner>
      )}
    </>
  );
}

/** Which sources do not answer now, and that the form can be filled in by hand. */
export function SourcesDown({ down }: { down: readonly string[] }) {
  if (down.length === 0) return null;
  return (
    <Banner tone="wait" title="有些内容暂时取不到，请您自己填">
      <p>{down.join('、')}现在没有答复。您照证照填写就可以，这些内容会标明“自填”，不影响申请。</p>
    </Banner>
  );
}
