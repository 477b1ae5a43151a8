import { Button, Select } from 'antd';
import type { MatterView } from '#contract/catalog.ts';
import type { RecordView } from '#contract/record.ts';
import type { SharedProof } from '#contract/shared-data.ts';
import { asProblem } from '../../api-problem.ts';
import { Cites } from '../Cites.tsx';
import { TextLine } from '../TextInput.tsx';
import { sourceWord } from '../words.ts';
import { ReuseChoice } from './ReuseChoice.tsx';
import { type Uploaded, UploadField } from './UploadField.tsx';
import { faultsOf, type Visit } from './visit.ts';
import type { MatterOf } from './visit-points.ts';

interface Props {
  readonly subjectKey: string;
  readonly records: readonly RecordView[];
  readonly visit: Visit;
  readonly change: (part: Partial<Visit>) => void;
  readonly matterOf: MatterOf;
  /** What shared data has of the payments. */
  readonly proofs: readonly SharedProof[];
  readonly error: unknown;
}

/** For each ticked record: its further fields, and only the papers that nobody else has. */
export function MaterialsPart({ subjectKey, records, visit, change, matterOf, proofs, error }: Props) {
  const faults = error ? asProblem(error).fields : [];
  if (records.length === 0) return null;
  return (
    <section className="card" aria-labelledby="materials-title">
      <h2 id="materials-title">材料</h2>
      <p className="quiet">平台和办理单位能查到的不用交。</p>
      {records.map((record) => {
        const matter = matterOf(record);
        return (
          matter && (
            <OneRecord
              key={record.recordId}
              subjectKey={subjectKey}
              record={record}
              matter={matter}
              proof={proofs.find((one) => one.recordId === record.recordId)}
              visit={visit}
              change={change}
              faults={faultsOf(faults, visit.chosen.indexOf(record.recordId))}
            />
          )
        );
      })}
    </section>
  );
}

interface OneProps extends Omit<Props, 'records' | 'error' | 'matterOf' | 'proofs'> {
  readonly proof: SharedProof | undefined;
  readonly faults: Readonly<Record<string, string>>;
  readonly record: RecordView;
  readonly matter: MatterView;
}

function OneRecord({ subjectKey, record, matter, proof, visit, change, faults }: OneProps) {
  const id = record.recordId;
  const mine = visit.files[id] ?? {};
  const setFiles = (key: string, files: readonly Uploaded[]) =>
    change({ files: { ...visit.files, [id]: { ...mine, [key]: files } } });
  const needed = matter.materials.filter((one) => one.source === 'applicant');
  const ours = matter.materials.filter((one) => one.source !== 'applicant');
  return (
    <fieldset className="line-card">
      <legend>{record.plain}</legend>
      <Extra matter={matter} recordId={id} visit={visit} change={change} faults={faults} />
      {needed.length === 0 && <p>不用提交材料。</p>}
      {proof && proof.materials.length === 0 && <p className="quiet">共享数据：{proof.text}</p>}
      {needed.map((one) => {
        const reusable = filesElsewhere(visit, id, one.key);
        return (
          <div key={one.key} className="material">
            <p>
              <strong>{one.name}</strong> <span className="quiet">{one.required ? '必交' : '有就交'}</span>
            </p>
            <p className="quiet">{one.why}</p>
            <Cites cites={one.cites} />
            <UploadField
              subjectKey={subjectKey}
              materialKey={one.key}
              label={one.name}
              files={mine[one.key] ?? []}
              change={(files) => setFiles(one.key, files)}
            />
            {faults[`materials.${one.key}`] && <p className="field-fault">! {faults[`materials.${one.key}`]}</p>}
            {(mine[one.key]?.length ?? 0) === 0 && (
              <ReuseChoice
                subjectKey={subjectKey}
                materialKey={one.key}
                onReused={(kept) => setFiles(one.key, [kept])}
              />
            )}
            {reusable.length > 0 && (mine[one.key]?.length ?? 0) === 0 && (
              <Button onClick={() => setFiles(one.key, reusable)}>用刚才上传的同一份</Button>
            )}
          </div>
        );
      })}
      {ours.length > 0 && (
        <p className="quiet">
          {ours
            .map((one) =>
              proof?.materials.includes(one.key)
                ? `${one.name}：${one.why.replace(/。$/, '')}`
                : `${one.name}（${sourceWord(one.source)}）`,
            )
            .join('；')}
        </p>
      )}
    </fieldset>
  );
}

/** Nobody hands in the same paper twice: what was uploaded for another ticked record can be used again. */
function filesElsewhere(visit: Visit, recordId: string, key: string): readonly Uploaded[] {
  for (const other of visit.chosen) {
    const files = visit.files[other]?.[key];
    if (other !== recordId && files && files.length > 0) return files;
  }
  return [];
}

function Extra(props: Pick<OneProps, 'matter' | 'visit' | 'change' | 'faults'> & { readonly recordId: string }) {
  const { matter, recordId, visit, change, faults } = props;
  const mine = visit.extra[recordId] ?? {};
  const set = (key: string, value: string) =>
    change({ extra: { ...visit.extra, [recordId]: { ...mine, [key]: value } } });
  return (
    <div className="form-grid">
      {matter.extraFields.map((field) => (
        <div key={field.key}>
          <label className="field" htmlFor={`extra-${recordId}-${field.key}`}>
            {field.label}
            {!field.required && <span className="quiet">（可以不填）</span>}
          </label>
          {field.type === 'choice' ? (
            <Select
              id={`extra-${recordId}-${field.key}`}
              value={mine[field.key] || undefined}
              options={(field.choices ?? []).map((one) => ({ value: one, label: one }))}
              onChange={(value: string) => set(field.key, value)}
            />
          ) : (
            <TextLine
              id={`extra-${recordId}-${field.key}`}
              type={field.type === 'date' ? 'date' : 'text'}
              inputMode={field.type === 'number' ? 'decimal' : undefined}
              maxLength={1000}
              value={mine[field.key] ?? ''}
              onChange={(event) => set(field.key, event.target.value)}
            />
          )}
          {faults[`extra.${field.key}`] ? (
            <p className="field-fault">! {faults[`extra.${field.key}`]}</p>
          ) : (
            <p className="quiet">{field.why}</p>
          )}
        </div>
      ))}
    </div>
  );
}
