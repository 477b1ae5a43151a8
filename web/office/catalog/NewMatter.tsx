import { Input, Select } from 'antd';
import { addMonths } from '#domain/plain-date.ts';
import type { LawEntryKey } from '#law/matter-keys.ts';
import { mattersInOrder } from '#law/matters.ts';
import { useAsk } from '../ask.ts';
import { Loaded } from '../Loaded.tsx';
import { type Officer, useOfficer } from '../session.ts';
import { Fielded } from './Fielded.tsx';
import { FilingForm } from './FilingForm.tsx';
import { MatterFields } from './MatterFields.tsx';
import { changedContent, draftOf, type MatterDraft, partsOfEntry } from './matter-draft.ts';
import { useFields } from './use-catalog.ts';
import { useFiling } from './use-filing.ts';

const newList = 'serious-list' as const;
const newField = 'new-field';

interface NewDraft extends MatterDraft {
  readonly entry: LawEntryKey;
}

/** A matter that is not in the catalogue: a list set up by its authority, or one of the release that was withdrawn. */
export function NewMatter() {
  const officer = useOfficer();
  const listed = useAsk('listMatters', { query: { on: addMonths(officer.today, 1) } }, { staleTime: 60_000 });
  return (
    <Loaded query={listed} rows={12} screen="新增事项">
      {({ matters }) => <Form officer={officer} taken={matters.map((one) => one.matterKey)} />}
    </Loaded>
  );
}

/** The key a new list is kept under: of its field, with a number where the field has several. */
function keyFor(sector: string, taken: readonly string[]): string {
  const first = `${sector || newField}-list`;
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? first : `${first}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

function Form({ officer, taken }: { officer: Officer; taken: readonly string[] }) {
  const own = officer.unit?.sector === 'ndrc' ? '' : (officer.unit?.sector ?? '');
  const initial: NewDraft = { ...draftOf(partsOfEntry(newList), addMonths(officer.today, 1), own), entry: newList };
  const filing = useFiling<NewDraft>('new-matter', initial, (draft) => ({
    kind: 'matter',
    target: draft.entry === newList ? keyFor(draft.sector, taken) : draft.entry,
    content: {
      op: 'new',
      lawEntry: draft.entry,
      ...(draft.entry === newList && draft.sector ? { sector: draft.sector } : {}),
      ...changedContent(draft, partsOfEntry(draft.entry)),
    },
  }));
  const { draft, set } = filing;
  const choose = (entry: LawEntryKey) => set({ ...partsOfEntry(entry), entry, sector: own });
  return (
    <FilingForm
      title="新增事项"
      intro="新增事项不用升级系统：它依据一条法规，带上自己的单位、条件、材料和期限，从生效日起各个入口都能办。"
      kind="matter"
      filing={filing}
    >
      <section className="card drawer-body" aria-labelledby="law-title">
        <h2 id="law-title">依据哪一条法规，属于哪个领域</h2>
        <Entry entry={draft.entry} taken={taken} choose={choose} />
        {draft.entry === newList && (
          <Sector sector={draft.sector} fixed={own !== ''} choose={(sector) => set({ sector })} />
        )}
      </section>
      <MatterFields draft={draft} set={set} sector={draft.sector} most={partsOfEntry(draft.entry).limits} />
    </FilingForm>
  );
}

interface EntryProps {
  readonly entry: LawEntryKey;
  readonly taken: readonly string[];
  readonly choose: (entry: LawEntryKey) => void;
}

function Entry({ entry, taken, choose }: EntryProps) {
  const withdrawn = mattersInOrder.filter((one) => !taken.includes(one.key));
  return (
    <Fielded
      label="所依据的法规条目"
      path="content.lawEntry"
      hint="新设的严重失信主体名单，公示期、申请条件和期限按《信用修复管理办法》；选定以后下面会带出法定的内容。"
    >
      {(control) => (
        <Select
          {...control}
          value={entry}
          options={[
            { value: newList, label: '新设的严重失信主体名单' },
            ...withdrawn.map((one) => ({ value: one.key, label: `重新列入：${one.name}` })),
          ]}
          onChange={choose}
        />
      )}
    </Fielded>
  );
}

interface SectorProps {
  readonly sector: string;
  /** A field's own keeper files for no other. */
  readonly fixed: boolean;
  readonly choose: (sector: string) => void;
}

function Sector({ sector, fixed, choose }: SectorProps) {
  const fields = useFields();
  if (fixed)
    return (
      <Fielded label="领域" path="content.sector" hint="您报备的是本单位领域的事项。">
        {(control) => <Input {...control} value={fields.get(sector) ?? ''} readOnly />}
      </Fielded>
    );
  const unlisted = fields.has(newField) ? `${newField}-${fields.size}` : newField;
  const options = [...fields].filter(([key]) => key !== 'ndrc').map(([value, name]) => ({ value, label: name }));
  return (
    <Fielded label="领域（按省级单位）" path="content.sector" hint="名册里没有的，选最后一项，再写上它的单位。">
      {(control) => (
        <Select
          {...control}
          showSearch={{ optionFilterProp: 'label' }}
          value={sector || undefined}
          placeholder="请选择"
          options={[...options, { value: unlisted, label: '名册里还没有的领域' }]}
          onChange={choose}
        />
      )}
    </Fielded>
  );
}
