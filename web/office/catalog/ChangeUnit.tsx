import { Link, useParams } from '@tanstack/react-router';
import type { UnitView } from '#contract/catalog.ts';
import { useAsk } from '../ask.ts';
import { Loaded, Nothing } from '../Loaded.tsx';
import { useOfficer } from '../session.ts';
import { TextLine } from '../TextInput.tsx';
import { Fielded } from './Fielded.tsx';
import { FilingForm } from './FilingForm.tsx';
import { type FilingBase, useFiling } from './use-filing.ts';

interface UnitDraft extends FilingBase {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

/** How a unit is called and reached, changed. */
export function ChangeUnit() {
  const { unitId = '' } = useParams({ strict: false }) as { unitId?: string };
  const query = useAsk('listUnits', { query: {} }, { staleTime: 300_000 });
  return (
    <Loaded query={query} rows={6} screen="修改单位">
      {({ units }) => {
        const found = units.find((one) => one.unitId === unitId);
        return found ? <Form key={unitId} unit={found} /> : <Nothing>没有这个单位。</Nothing>;
      }}
    </Loaded>
  );
}

function Form({ unit }: { unit: UnitView }) {
  const { today } = useOfficer();
  const initial: UnitDraft = {
    effectiveOn: today,
    basis: '',
    urgentReason: '',
    name: unit.name,
    phone: unit.phone ?? '',
    address: unit.address ?? '',
  };
  const filing = useFiling<UnitDraft>(`unit.${unit.unitId}`, initial, ({ name, phone, address }) => ({
    kind: 'unit',
    target: unit.unitId,
    content: {
      ...(name.trim() && name.trim() !== unit.name ? { name: name.trim() } : {}),
      ...(phone.trim() !== initial.phone ? { phone: phone.trim() || null } : {}),
      ...(address.trim() !== initial.address ? { address: address.trim() || null } : {}),
    },
  }));
  const { draft, set } = filing;
  const text = (key: 'name' | 'phone' | 'address', label: string, maxLength: number) => (
    <Fielded label={label} path={`content.${key}`}>
      {(control) => (
        <TextLine
          {...control}
          value={draft[key]}
          maxLength={maxLength}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Fielded>
  );
  return (
    <FilingForm
      title={`变更单位信息：${unit.name}`}
      intro={<Link to={'/catalog/units' as never}>← 全部单位</Link>}
      kind="unit"
      filing={filing}
    >
      <section className="card drawer-body" aria-labelledby="unit-title">
        <h2 id="unit-title">单位信息</h2>
        {text('name', '单位名称', 80)}
        {text('phone', '联系电话', 40)}
        {text('address', '办公地址', 200)}
      </section>
    </FilingForm>
  );
}
