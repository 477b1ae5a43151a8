import { Link, useParams } from '@tanstack/react-router';
import { Checkbox, Select } from 'antd';
import { addDays } from '#domain/plain-date.ts';
import { className, type PenaltyKind, penaltyKinds, type RecordClass, recordClasses } from '#law/classes.ts';
import type { FineBand } from '#law/law-book.ts';
import type { ReplyTo } from '../../api.ts';
import { useAsk } from '../ask.ts';
import { Loaded, Nothing } from '../Loaded.tsx';
import { useOfficer } from '../session.ts';
import { BandsField } from './BandsField.tsx';
import { roomToDecide, Until } from './ConfirmPoint.tsx';
import { basisOf, type DraftPaper, noPaper, paperOf } from './draft-paper.ts';
import { Fielded, GroupFault } from './Fielded.tsx';
import { FilingForm } from './FilingForm.tsx';
import { PaperFields } from './PaperFields.tsx';
import { type FilingBase, useFiling } from './use-filing.ts';

type Field = ReplyTo<'listClassStandards'>['sectors'][number];

interface StandardDraft extends FilingBase {
  readonly paper: DraftPaper;
  readonly fines: readonly FineBand[];
  readonly personDiffers: boolean;
  readonly personFines: readonly FineBand[];
  readonly kinds: Readonly<Partial<Record<PenaltyKind, RecordClass>>>;
  readonly until: string;
}

const firstBands: readonly FineBand[] = [
  { class: 'minor', over: 0, upTo: 50_000 },
  { class: 'general', over: 50_000, upTo: 500_000 },
  { class: 'serious', over: 500_000, upTo: null },
];

/** A field's own standard of classes. */
export function EnterStandard() {
  const { sector = '' } = useParams({ strict: false }) as { sector?: string };
  const query = useAsk('listClassStandards', { query: {} });
  return (
    <Loaded query={query} rows={8} screen="录入标准">
      {({ sectors }) => {
        const found = sectors.find((one) => one.sector === sector);
        return found ? <Form key={sector} field={found} /> : <Nothing>没有这个领域。</Nothing>;
      }}
    </Loaded>
  );
}

function Form({ field }: { field: Field }) {
  const { today } = useOfficer();
  const initial: StandardDraft = {
    effectiveOn: addDays(today, roomToDecide),
    basis: '',
    urgentReason: '',
    paper: noPaper,
    fines: firstBands,
    personDiffers: false,
    personFines: firstBands,
    kinds: {},
    until: '',
  };
  const filing = useFiling<StandardDraft>(
    `standard.${field.sector}`,
    initial,
    (draft) => ({
      kind: 'class-standard',
      target: field.sector,
      content: {
        paper: paperOf(draft.paper),
        fines: draft.fines,
        ...(draft.personDiffers ? { personFines: draft.personFines } : {}),
        ...(Object.keys(draft.kinds).length > 0 ? { kinds: draft.kinds } : {}),
        ...(draft.until ? { until: draft.until } : {}),
      },
    }),
    (draft) => basisOf(draft.paper),
  );
  const { draft, set } = filing;
  return (
    <FilingForm
      title={`录入分类标准：${field.name}`}
      intro={<Link to={'/catalog/standards' as never}>← 全部领域</Link>}
      kind="class-standard"
      filing={filing}
      basisFromPaper
    >
      <section className="card" aria-labelledby="fines-title">
        <h2 id="fines-title">罚款分档</h2>
        <p className="quiet">金额从低到高，不能有空档和重叠，最后一档没有上限。下面先放了一个样子，请按文件改。</p>
        <GroupFault path="content.fines" />
        <BandsField name="罚款" field="fines" bands={draft.fines} set={(fines) => set({ fines })} />
        <Checkbox
          className="spaced"
          checked={draft.personDiffers}
          onChange={(event) => set({ personDiffers: event.target.checked })}
        >
          对自然人另有标准
        </Checkbox>
        {draft.personDiffers && (
          <BandsField
            name="自然人罚款"
            field="personFines"
            bands={draft.personFines}
            set={(personFines) => set({ personFines })}
          />
        )}
      </section>
      <Kinds kinds={draft.kinds} set={(kinds) => set({ kinds })} />
      <section className="card drawer-body" aria-labelledby="paper-title">
        <h2 id="paper-title">公布标准的文件</h2>
        <PaperFields paper={draft.paper} set={(paper) => set({ paper })} />
        <Until value={draft.until} set={(until) => set({ until })} />
      </section>
    </FilingForm>
  );
}

const unsaid = '';
const classChoices = [
  { value: unsaid, label: '文件没有规定' },
  ...recordClasses.map((value) => ({ value: value as string, label: className[value] })),
];

function Kinds({ kinds, set }: { kinds: StandardDraft['kinds']; set: (kinds: StandardDraft['kinds']) => void }) {
  const change = (kind: PenaltyKind, value: string) => {
    const { [kind]: _before, ...rest } = kinds;
    set(value === unsaid ? rest : { ...rest, [kind]: value as RecordClass });
  };
  return (
    <section className="card" aria-labelledby="kinds-title">
      <h2 id="kinds-title">其他处罚种类</h2>
      <p className="quiet">文件规定了类别的才选；没有规定的，按《信用修复管理办法》第八条至第十条。</p>
      <GroupFault path="content.kinds" />
      <div className="form-grid">
        {penaltyKinds
          .filter((kind) => kind !== '罚款')
          .map((kind) => (
            <Fielded key={kind} label={kind} path={`content.kinds.${kind}`}>
              {(control) => (
                <Select
                  {...control}
                  value={(kinds[kind] as string | undefined) ?? unsaid}
                  options={classChoices}
                  onChange={(value) => change(kind, value)}
                />
              )}
            </Fielded>
          ))}
      </div>
    </section>
  );
}
