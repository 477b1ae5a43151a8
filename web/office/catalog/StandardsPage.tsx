import { Link } from '@tanstack/react-router';
import type { CatalogChange } from '#contract/catalog-changes.ts';
import type { ReplyTo } from '../../api.ts';
import { useFilters } from '../address.ts';
import { useAsk } from '../ask.ts';
import { DayField } from '../DayField.tsx';
import { Loaded } from '../Loaded.tsx';
import { hasRole, type Officer, useOfficer } from '../session.ts';
import { dayText } from '../when.ts';
import { CatalogFrame } from './CatalogFrame.tsx';
import { Coming } from './ChangeCard.tsx';
import { paperText } from './catalog-words.ts';
import { useComing } from './use-catalog.ts';

type Field = ReplyTo<'listClassStandards'>['sectors'][number];

/** Whether a keeper may enter what belongs to a field: the lead department's any, a field's own. */
export function mayFileFor(officer: Officer, sector: string): boolean {
  const own = officer.unit?.sector;
  return hasRole(officer, ['catalog-keeper']) && (own === 'ndrc' || own === sector);
}

/** How each field classifies its penalties, as its authority has published; without a standard each is classified by itself. */
export function StandardsPage() {
  const officer = useOfficer();
  const [filters, change] = useFilters();
  const on = filters.on ?? officer.today;
  const coming = useComing('class-standard');
  const query = useAsk('listClassStandards', { query: { on } }, { keep: true });
  return (
    <CatalogFrame
      title="分类标准"
      intro="罚款多少算轻微、一般、严重，由各领域的主管部门规定。没有标准的领域，由认定单位逐件分类，平台不自行判断。"
    >
      <div className="filters">
        <DayField label="看哪一天的标准" value={on} change={(day) => change({ on: day })} />
      </div>
      <Loaded query={query} rows={10}>
        {({ sectors }) => {
          const own = sectors.filter((one) => one.sector === officer.unit?.sector);
          const rest = sectors.filter((one) => one.sector !== officer.unit?.sector);
          const ordered = [...own, ...rest.filter((one) => one.standard), ...rest.filter((one) => !one.standard)];
          return (
            <ul className="plain-list">
              {ordered.map((field) => (
                <OneField
                  key={field.sector}
                  field={field}
                  coming={coming.get(field.sector)}
                  mayFile={mayFileFor(officer, field.sector)}
                />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </CatalogFrame>
  );
}

interface FieldProps {
  readonly field: Field;
  readonly coming: readonly CatalogChange[] | undefined;
  readonly mayFile: boolean;
}

function OneField({ field: { sector, name, standard }, coming, mayFile }: FieldProps) {
  return (
    <li className="line-card">
      <div className="line-split">
        <strong>{name}</strong>
        <span className={standard ? 'chip chip-good' : 'chip'}>{standard ? '✓ 有标准' : '没有公布标准'}</span>
      </div>
      {standard ? (
        <dl className="facts facts-wide">
          {standard.fines && (
            <>
              <dt>罚款</dt>
              <dd>{standard.fines}</dd>
            </>
          )}
          {standard.personFines && (
            <>
              <dt>自然人的罚款</dt>
              <dd>{standard.personFines}</dd>
            </>
          )}
          {standard.kinds.length > 0 && (
            <>
              <dt>其他处罚</dt>
              <dd>{standard.kinds.map((one) => `${one.kind}：${one.class}`).join('；')}</dd>
            </>
          )}
          <dt>有效</dt>
          <dd>
            {dayText(standard.from)}起{standard.to && `，到${dayText(standard.to)}`}
          </dd>
          <dt>文件</dt>
          <dd>{paperText(standard.paper)}</dd>
        </dl>
      ) : (
        <p className="quiet">罚款由认定单位逐件分类。</p>
      )}
      <Coming changes={coming} />
      {mayFile && (
        <Link className="link" to={`/catalog/standards/${sector}` as never} aria-label={`录入标准：${name}`}>
          录入标准
        </Link>
      )}
    </li>
  );
}
