import { Link, useParams } from '@tanstack/react-router';
import type { MatterView } from '#contract/catalog.ts';
import { addMonths } from '#domain/plain-date.ts';
import { Loaded } from '../Loaded.tsx';
import { useOfficer } from '../session.ts';
import { FilingForm } from './FilingForm.tsx';
import { useNewestVersion } from './use-catalog.ts';
import { useFiling } from './use-filing.ts';

/** Taking a matter out of the catalogue from a day on. */
export function WithdrawMatter() {
  const { matterKey = '' } = useParams({ strict: false }) as { matterKey?: string };
  const newest = useNewestVersion(matterKey);
  return (
    <Loaded query={newest} rows={8} screen="取消事项">
      {(matter) => <Form key={matterKey} matter={matter} />}
    </Loaded>
  );
}

function Form({ matter }: { matter: MatterView }) {
  const { today } = useOfficer();
  const initial = { effectiveOn: addMonths(today, 1), basis: '', urgentReason: '' };
  const filing = useFiling(`withdraw.${matter.matterKey}`, initial, () => ({
    kind: 'matter',
    target: matter.matterKey,
    content: { op: 'withdraw' },
  }));
  return (
    <FilingForm
      title={`取消事项：${matter.name}`}
      intro={<Link to={`/catalog/matters/${matter.matterKey}` as never}>← 回到这个事项</Link>}
      kind="matter"
      filing={filing}
    >
      <section className="card" aria-labelledby="then-title">
        <h2 id="then-title">取消以后</h2>
        <ul className="tight">
          <li>从生效日起不再接收新的申请，已经打开的页面也不能再提交这个事项。</li>
          <li>生效日以前已经提交的办件，按原来的版本办完。</li>
          <li>已有的失信信息照常公示到期，目录的历史版本长期保存。</li>
        </ul>
      </section>
    </FilingForm>
  );
}
