import { Banner } from '../ui/Banner.tsx';
import { useApply } from './apply-context.ts';
import { MatterChanges } from './MatterChanges.tsx';

/** What has to be known before filling in: changed requirements, sources that are silent, a login too weak to submit. */
export function ApplyNotices() {
  const { changed, prefill, assurance } = useApply();
  return (
    <>
      <MatterChanges changed={changed} />
      <SourcesDown down={prefill.down} />
      {assurance === 'basic' && (
        <Banner tone="wait" title="提交前要完成实名认证">
          <p>
            您的账号还是初级认证。可以先填表；提交和签承诺书要用高级实名认证，请在赣服通或江西政务服务网“我的”里完成，再重新登录。
          </p>
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
