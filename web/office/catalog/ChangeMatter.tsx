import { Link, useParams } from '@tanstack/react-router';
import type { MatterView } from '#contract/catalog.ts';
import { addMonths } from '#domain/plain-date.ts';
import { Loaded } from '../Loaded.tsx';
import { useOfficer } from '../session.ts';
import { FilingForm } from './FilingForm.tsx';
import { MatterFields } from './MatterFields.tsx';
import { changedContent, draftOf, partsOfView } from './matter-draft.ts';
import { useNewestVersion } from './use-catalog.ts';
import { useFiling } from './use-filing.ts';

/** A change of a matter, written over its newest version: what stays as it is is not filed. */
export function ChangeMatter() {
  const { matterKey = '' } = useParams({ strict: false }) as { matterKey?: string };
  const newest = useNewestVersion(matterKey);
  return (
    <Loaded query={newest} rows={12} screen="修改事项">
      {(matter) => <Form key={matterKey} matter={matter} />}
    </Loaded>
  );
}

function Form({ matter }: { matter: MatterView }) {
  const { today } = useOfficer();
  const base = partsOfView(matter);
  const filing = useFiling(
    `change.${matter.matterKey}.${matter.version}`,
    draftOf(base, addMonths(today, 1)),
    (draft) => ({
      kind: 'matter',
      target: matter.matterKey,
      content: { op: 'change', ...changedContent(draft, base) },
    }),
  );
  return (
    <FilingForm
      title={`变更事项：${matter.name}`}
      intro={
        <Link to={`/catalog/matters/${matter.matterKey}` as never}>
          ← 下面是第 {matter.version} 版的内容，改哪里就变更哪里
        </Link>
      }
      kind="matter"
      filing={filing}
    >
      <MatterFields draft={filing.draft} set={filing.set} sector={matter.sector} />
    </FilingForm>
  );
}
