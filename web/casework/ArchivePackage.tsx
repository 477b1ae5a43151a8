import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ItemSummary } from '#contract/item.ts';
import { addressOf } from '../api.ts';
import { problemFrom, unreachable } from '../api-problem.ts';
import { Refused } from '../office/Refused.tsx';
import { hasRole, useOfficer } from '../office/session.ts';
import { saveReply } from '../ui/save-reply.ts';

/** 归档包 of a closed application. Fetched rather than linked: what is not ready yet is said here, not on a page of its own. */
export function ArchivePackage({ item }: { item: ItemSummary }) {
  const mayArchive = hasRole(useOfficer(), ['officer', 'operator']);
  const { subjectKey, applicationId, number } = item;
  const save = useMutation({
    mutationFn: async () => {
      const address = addressOf('downloadArchive', { params: { subjectKey, applicationId } });
      const response = await fetch(address, { credentials: 'same-origin' }).catch(() => {
        throw unreachable(false);
      });
      if (!response.ok) throw problemFrom(response.status, await response.json().catch(() => undefined));
      await saveReply(response, `归档 ${number}.zip`);
    },
  });
  if (!mayArchive) return null;
  return (
    <section aria-label="归档" className="line-card">
      <p className="quiet">本单位承办的文书、材料、元数据和台账装成一个归档包，附带有签名的摘要清单。</p>
      <Refused error={save.error} />
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        下载归档包
      </Button>
    </section>
  );
}
