import { addressOf } from '../api.ts';
import { buttonClass } from '../ui/Button.tsx';

/** 下载全部文件 of an application, as one archive. */
export function DownloadAll({ subjectKey, applicationId }: { subjectKey: string; applicationId: string }) {
  return (
    <section className="card no-print">
      <h2>全部文件</h2>
      <p>申请表、承诺书、回执、通知、决定和您交的材料，连同一份清单，装在一个压缩包里。</p>
      <a
        className={buttonClass('secondary')}
        href={addressOf('downloadEverything', { params: { subjectKey, applicationId } })}
        download
      >
        下载全部文件
      </a>
    </section>
  );
}
