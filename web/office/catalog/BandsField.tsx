import { Button, InputNumber, Select } from 'antd';
import { checkBands, sayYuan } from '#domain/catalog/changes/plan-class-standard.ts';
import { className, type RecordClass, recordClasses } from '#law/classes.ts';
import type { FineBand } from '#law/law-book.ts';
import { Fielded, GroupFault } from './Fielded.tsx';
import { stretchesOf } from './fine-bands.ts';

interface Props {
  /** Whose fines: 罚款, 自然人罚款. */
  readonly name: string;
  readonly field: 'fines' | 'personFines';
  readonly bands: readonly FineBand[];
  readonly set: (bands: FineBand[]) => void;
}

const classOptions = recordClasses.map((value) => ({ value, label: className[value] }));
const perWan = 10_000;

/** Three bands with amounts in 万元; gaps and overlaps show as one types. */
export function BandsField({ name, field, bands, set }: Props) {
  const change = (index: number, next: Partial<FineBand>) =>
    set(bands.map((one, at) => (at === index ? { ...one, ...next } : one)));
  const next = recordClasses.find((one) => !bands.some((band) => band.class === one));
  return (
    <div className="drawer-body">
      <ol className="parts">
        {bands.map((band, index) => (
          <li key={index} className="part">
            <div className="part-head">
              <strong>
                {name}第 {index + 1} 档
              </strong>
              <Button size="small" onClick={() => set(bands.filter((_, at) => at !== index))}>
                去掉第 {index + 1} 档
              </Button>
            </div>
            <GroupFault path={`content.${field}.${index}`} />
            <Band name={name} field={field} index={index} band={band} change={(it) => change(index, it)} />
          </li>
        ))}
      </ol>
      <div>
        {next && (
          <Button onClick={() => set([...bands, { class: next, over: bands.at(-1)?.upTo ?? 0, upTo: null }])}>
            增加一档（{className[next]}）
          </Button>
        )}
      </div>
      {bands.length > 0 && <Line name={name} field={field} bands={bands} />}
    </div>
  );
}

interface BandProps extends Pick<Props, 'name' | 'field'> {
  readonly index: number;
  readonly band: FineBand;
  readonly change: (next: Partial<FineBand>) => void;
}

function Band({ name, field, index, band, change }: BandProps) {
  const amount = (key: 'over' | 'upTo', label: string, hint: string) => (
    <Fielded label={`${name}第 ${index + 1} 档${label}`} path={`content.${field}.${index}.${key}`} hint={hint}>
      {(control) => (
        <InputNumber
          {...control}
          min={0}
          precision={4}
          formatter={(value) => ((value ?? '') === '' ? '' : String(Number(value)))}
          value={band[key] === null ? null : band[key] / perWan}
          onChange={(value) =>
            change({ [key]: value === null ? (key === 'upTo' ? null : 0) : Math.round(value * perWan) })
          }
        />
      )}
    </Fielded>
  );
  return (
    <div className="form-grid">
      {amount('over', '超过多少（万元）', '不含这个数；第一档写 0')}
      {amount('upTo', '到多少（万元）', '含这个数；没有上限的不填')}
      <Fielded label={`${name}第 ${index + 1} 档属于`} path={`content.${field}.${index}.class`}>
        {(control) => (
          <Select
            {...control}
            value={band.class}
            options={classOptions}
            onChange={(value: RecordClass) => change({ class: value })}
          />
        )}
      </Fielded>
    </div>
  );
}

/** The line of amounts as the bands cover it, and the first thing that is wrong. */
function Line({ name, field, bands }: Pick<Props, 'name' | 'field' | 'bands'>) {
  const fault = checkBands(bands, field);
  return (
    <>
      <ol className="bands" aria-label={`${name}分档示意`}>
        {stretchesOf(bands).map((one) => {
          const kind = one.bands.length === 0 ? 'gap' : one.bands.length > 1 ? 'overlap' : one.bands[0]!.class;
          const word =
            one.bands.length === 0
              ? '× 空档'
              : one.bands.length > 1
                ? `× 重叠：${one.bands.map((band) => className[band.class]).join('、')}`
                : className[one.bands[0]!.class];
          return (
            <li key={one.over} className={`band band-${kind}`}>
              <strong>{word}</strong>
              <span>
                {one.upTo === null ? `超过 ${sayYuan(one.over)}` : `${sayYuan(one.over)}–${sayYuan(one.upTo)}`}
              </span>
            </li>
          );
        })}
      </ol>
      <p role="status" className={fault ? 'field-fault' : 'quiet'}>
        {fault ? `× ${fault.text}` : '✓ 没有空档，没有重叠。'}
      </p>
    </>
  );
}
