import { Checkbox, InputNumber } from 'antd';
import { subjectTypes } from '#law/matter-keys.ts';
import { TextBox } from '../TextInput.tsx';
import { subjectKindWord } from '../words.ts';
import { type Level, levels, levelWords, limitKeys, limitText, limitWords } from './catalog-words.ts';
import { Fielded, GroupFault } from './Fielded.tsx';
import { ConditionFields, ExtraFieldFields, MaterialFields } from './MatterPartFields.tsx';
import { citesFiling, type MatterDraft, type MatterParts } from './matter-draft.ts';
import { PaperFields } from './PaperFields.tsx';
import { UnitFields } from './UnitFields.tsx';

interface Props {
  readonly draft: MatterDraft;
  readonly set: (change: Partial<MatterDraft>) => void;
  readonly sector: string;
  /** Longest limits, where law sets them: those of the law entry. */
  readonly most?: MatterParts['limits'];
}

/** Everything of a matter that can be written, in the order in which people read it. */
export function MatterFields({ draft, set, sector, most }: Props) {
  return (
    <>
      <section className="card drawer-body" aria-labelledby="is-title">
        <h2 id="is-title">是什么，谁办，谁可以申请</h2>
        <Words draft={draft} set={set} />
        <Choices draft={draft} set={set} />
      </section>
      <section className="card drawer-body" aria-labelledby="conditions-title">
        <h2 id="conditions-title">条件</h2>
        <ConditionFields list={draft.conditions} set={(conditions) => set({ conditions })} />
      </section>
      <section className="card drawer-body" aria-labelledby="materials-title">
        <h2 id="materials-title">材料</h2>
        <MaterialFields list={draft.materials} set={(materials) => set({ materials })} />
      </section>
      <section className="card drawer-body" aria-labelledby="fields-title">
        <h2 id="fields-title">附表内容</h2>
        <p className="quiet">联办申请表以外，这个事项还要申请人填的。没有就不加。</p>
        <ExtraFieldFields list={draft.extraFields} set={(extraFields) => set({ extraFields })} />
      </section>
      <Limits draft={draft} set={set} most={most} />
      <section className="card drawer-body" aria-labelledby="units-title">
        <h2 id="units-title">新登记的单位</h2>
        <p className="quiet">名册里已有的单位不用再写。每个地区都要有能办的单位，或者有上级单位统一办理。</p>
        <UnitFields sector={sector} list={draft.units} set={(units) => set({ units })} />
      </section>
      <section className="card drawer-body" aria-labelledby="paper-title">
        <h2 id="paper-title">随报备附上的文件</h2>
        <Checkbox
          checked={draft.withPaper || citesFiling(draft)}
          disabled={citesFiling(draft)}
          onChange={(event) => set({ withPaper: event.target.checked })}
        >
          附上文件（条件或者材料以它为依据的，必须附上）
        </Checkbox>
        {(draft.withPaper || citesFiling(draft)) && <PaperFields paper={draft.paper} set={(paper) => set({ paper })} />}
      </section>
    </>
  );
}

type PartProps = Pick<Props, 'draft' | 'set'>;

function Words({ draft, set }: PartProps) {
  const text = (key: 'name' | 'plain' | 'authority', label: string, hint: string, maxLength: number) => (
    <Fielded label={label} path={`content.${key}`} hint={hint}>
      {(control) => (
        <TextBox
          {...control}
          value={draft[key]}
          maxLength={maxLength}
          autoSize={{ minRows: 1 }}
          onChange={(event) => set({ [key]: event.target.value.replaceAll('\n', '') })}
        />
      )}
    </Fielded>
  );
  return (
    <>
      {text('name', '名称', '与文件一致的全称', 100)}
      {text('plain', '一句大白话', '不懂法的人也看得明白：什么人、因为什么、要满足什么', 300)}
      {text('authority', '决定单位', '由哪些单位认定和决定', 200)}
    </>
  );
}

function Choices({ draft, set }: PartProps) {
  return (
    <>
      <fieldset className="choices">
        <legend>哪几级单位办理</legend>
        <Checkbox.Group
          value={[...draft.levels]}
          options={levels.map((value) => ({ value, label: levelWords[value] }))}
          onChange={(value) => set({ levels: levels.filter((one) => (value as Level[]).includes(one)) })}
        />
        <GroupFault path="content.levels" />
      </fieldset>
      <fieldset className="choices">
        <legend>谁可以申请</legend>
        <Checkbox.Group
          value={[...draft.subjectTypes]}
          options={subjectTypes.map((value) => ({ value, label: subjectKindWord(value) }))}
          onChange={(value) => set({ subjectTypes: subjectTypes.filter((one) => value.includes(one)) })}
        />
        <GroupFault path="content.subjectTypes" />
      </fieldset>
    </>
  );
}

function Limits({ draft, set, most }: Pick<Props, 'draft' | 'set' | 'most'>) {
  return (
    <section className="card" aria-labelledby="limits-title">
      <h2 id="limits-title">期限（工作日）</h2>
      <p className="quiet">可以比法定的更短，不能更长。</p>
      <div className="form-grid">
        {limitKeys.map((key) => (
          <Fielded
            key={key}
            label={limitWords[key]}
            path={`content.limits.${key}`}
            hint={most && (most[key] === null ? '法规没有规定' : `法定最长 ${limitText(most[key])}`)}
          >
            {(control) => (
              <InputNumber
                {...control}
                min={1}
                max={60}
                precision={0}
                value={draft.limits[key]}
                onChange={(value) => set({ limits: { ...draft.limits, [key]: value } })}
              />
            )}
          </Fielded>
        ))}
      </div>
    </section>
  );
}
