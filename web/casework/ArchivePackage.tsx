import type { ItemSummary } from '#contract/item.ts';
import { addressOf } from '../api.ts';
import { SaveFile } from '../office/SaveFile.tsx';
import { hasRole, useOfficer } from '../office/session.ts';

/** 归档包 of a closed application; grey, with the reason of the rule that would refuse it, while it is not complete. Fetched rather than linked: what is not ready yet is said here, not on a page of its own. */
export function ArchivePackage({ item, whyNot }: { item: ItemSummary; whyNot: string | null }) {
  const mayArchive = hasRole(useOfficer(), ['officer', 'operator']);
  const { subjectKey, applicationId, number } = item;
  if (!mayArchive) return null;
  return (
    <section aria-label="归档" className="line-card archive-package">
      <p className="quiet">本单位承办的文书、材料、元数据和台账装成一个归档包，附带有签名的摘要清单。</p>
      {whyNot && <p id="why-not-archive">{whyNot}</p>}
      <SaveFile
        {...(whyNot ? { closedBecause: 'why-not-archive' } : {})}
        address={addressOf('downloadArchive', { params: { subjectKey, applicationId } })}
        fallback={`归档 ${number}.zip`}
      >
        下载归档包
      </SaveFile>
    </section>
  );
}
