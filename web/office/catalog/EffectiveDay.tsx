import { Input } from 'antd';
import type { ChangeKind } from '#domain/catalog/changes/catalog-change.ts';
import { addMonths, parsePlainDate } from '#domain/plain-date.ts';
import { formatCitation } from '#law/cite.ts';
import { Cites } from '../Cites.tsx';
import { useOfficer } from '../session.ts';
import { TextBox } from '../TextInput.tsx';
import { dayText } from '../when.ts';
import { Fielded } from './Fielded.tsx';
import type { Filing, FilingBase } from './use-filing.ts';

const monthRule = [{ id: 'plan4:2-6', text: formatCitation('plan4:2-6') }];

/** From which day; for a matter at least one month ahead, or with the legal reason for an earlier day. */
export function EffectiveDay<D extends FilingBase>({ filing, kind }: { filing: Filing<D>; kind: ChangeKind }) {
  const { today } = useOfficer();
  const { draft, set } = filing;
  const earliest = addMonths(today, 1);
  const month = kind === 'matter';
  const early = month && parsePlainDate(draft.effectiveOn) !== undefined && draft.effectiveOn < earliest;
  return (
    <>
      <Fielded
        label="生效日"
        path="effectiveOn"
        hint={
          month ? (
            <>
              事项的变化要在生效前至少一个月报备：今天报备，最早 {dayText(earliest)} 生效。 <Cites cites={monthRule} />
            </>
          ) : (
            '不能早于今天，并给审核留出时间：审核时生效日已经过去的，要退回重报。'
          )
        }
      >
        {(control) => (
          <span className="day-field">
            <Input
              {...control}
              type="date"
              value={draft.effectiveOn}
              min={today}
              onChange={(event) => set({ effectiveOn: event.target.value } as Partial<D>)}
            />
            <span className="quiet">{parsePlainDate(draft.effectiveOn) ? dayText(draft.effectiveOn) : ''}</span>
          </span>
        )}
      </Fielded>
      {(early || draft.urgentReason) && (
        <Fielded
          label="提前生效的法定理由"
          path="urgentReason"
          hint="不足一个月的，写明哪部法律、法规或者上级文件要求提前。审核人据此决定。"
        >
          {(control) => (
            <TextBox
              {...control}
              value={draft.urgentReason}
              maxLength={500}
              autoSize={{ minRows: 2 }}
              onChange={(event) => set({ urgentReason: event.target.value } as Partial<D>)}
            />
          )}
        </Fielded>
      )}
    </>
  );
}
