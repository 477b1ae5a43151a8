import { Checkbox, Input, Select } from 'antd';
import { TextBox, TextLine } from '../TextInput.tsx';
import { sourceWord } from '../words.ts';
import { CitesField } from './CitesField.tsx';
import { Fielded } from './Fielded.tsx';
import { type DraftCondition, type DraftExtraField, type DraftMaterial, freshKey } from './matter-draft.ts';
import { PartList } from './PartList.tsx';

interface ListProps<T> {
  readonly list: readonly T[];
  readonly set: (list: T[]) => void;
}

/** The conditions of a matter, each with its basis. */
export function ConditionFields({ list, set }: ListProps<DraftCondition>) {
  return (
    <PartList
      name="条件"
      path="content.conditions"
      list={list}
      set={set}
      keyOf={(one) => one.key}
      fresh={(all) => ({ key: freshKey(all), text: '', cites: [] })}
    >
      {(one, change, index) => (
        <>
          <Fielded label={`条件 ${index + 1} 的内容`} path={`content.conditions.${index}.text`}>
            {(control) => (
              <TextBox
                {...control}
                value={one.text}
                maxLength={300}
                autoSize={{ minRows: 1 }}
                onChange={(event) => change({ text: event.target.value })}
              />
            )}
          </Fielded>
          <CitesField
            label={`条件 ${index + 1} 的依据`}
            path={`content.conditions.${index}.cites`}
            cites={one.cites}
            set={(cites) => change({ cites })}
          />
        </>
      )}
    </PartList>
  );
}

const newMaterial = (all: readonly DraftMaterial[]): DraftMaterial => ({
  key: freshKey(all),
  name: '',
  why: '',
  required: true,
  source: 'applicant',
  cites: [],
});
const sources = (['shared', 'authority', 'applicant'] as const).map((value) => ({ value, label: sourceWord(value) }));

/** The materials of a matter: nothing may be asked for without saying why and by which rule. */
export function MaterialFields({ list, set }: ListProps<DraftMaterial>) {
  return (
    <PartList name="材料" path="content.materials" list={list} set={set} keyOf={(one) => one.key} fresh={newMaterial}>
      {(one, change, index) => (
        <>
          <div className="form-grid">
            <Fielded label={`材料 ${index + 1} 的名称`} path={`content.materials.${index}.name`}>
              {(control) => (
                <TextLine
                  {...control}
                  value={one.name}
                  maxLength={100}
                  onChange={(event) => change({ name: event.target.value })}
                />
              )}
            </Fielded>
            <Fielded label={`材料 ${index + 1} 从哪里来`} path={`content.materials.${index}.source`}>
              {(control) => (
                <Select {...control} value={one.source} options={sources} onChange={(source) => change({ source })} />
              )}
            </Fielded>
          </div>
          <Fielded label={`为什么需要材料 ${index + 1}`} path={`content.materials.${index}.why`}>
            {(control) => (
              <TextLine
                {...control}
                value={one.why}
                maxLength={200}
                onChange={(event) => change({ why: event.target.value })}
              />
            )}
          </Fielded>
          <Checkbox checked={one.required} onChange={(event) => change({ required: event.target.checked })}>
            必须有
          </Checkbox>
          <CitesField
            label={`材料 ${index + 1} 的依据`}
            path={`content.materials.${index}.cites`}
            cites={one.cites}
            set={(cites) => change({ cites })}
          />
        </>
      )}
    </PartList>
  );
}

const forms = [
  { value: 'text', label: '文字' },
  { value: 'date', label: '日期' },
  { value: 'number', label: '数字' },
  { value: 'choice', label: '选择' },
];

/** What the matter asks beyond the joint form. */
export function ExtraFieldFields({ list, set }: ListProps<DraftExtraField>) {
  return (
    <PartList
      name="附表内容"
      path="content.extraFields"
      list={list}
      set={set}
      keyOf={(one) => one.key}
      fresh={(all) => ({ key: freshKey(all), label: '', type: 'text', required: false, why: '' }) as DraftExtraField}
    >
      {(one, change, index) => (
        <>
          <div className="form-grid">
            <Fielded label={`附表内容 ${index + 1} 问什么`} path={`content.extraFields.${index}.label`}>
              {(control) => (
                <TextLine
                  {...control}
                  value={one.label}
                  maxLength={40}
                  onChange={(event) => change({ label: event.target.value })}
                />
              )}
            </Fielded>
            <Fielded label={`附表内容 ${index + 1} 怎么填`} path={`content.extraFields.${index}.type`}>
              {(control) => (
                <Select
                  {...control}
                  value={one.type}
                  options={forms}
                  onChange={(type) => change({ type, choices: type === 'choice' ? (one.choices ?? []) : undefined })}
                />
              )}
            </Fielded>
          </div>
          {one.type === 'choice' && (
            <Fielded
              label={`附表内容 ${index + 1} 的选项`}
              path={`content.extraFields.${index}.choices`}
              hint="一行一个，至少两个。"
            >
              {(control) => (
                <Input.TextArea
                  {...control}
                  value={(one.choices ?? []).join('\n')}
                  autoSize={{ minRows: 2 }}
                  onChange={(event) => change({ choices: event.target.value.split('\n') })}
                />
              )}
            </Fielded>
          )}
          <Fielded label={`为什么要问附表内容 ${index + 1}`} path={`content.extraFields.${index}.why`}>
            {(control) => (
              <TextLine
                {...control}
                value={one.why}
                maxLength={200}
                onChange={(event) => change({ why: event.target.value })}
              />
            )}
          </Fielded>
          <Checkbox checked={one.required} onChange={(event) => change({ required: event.target.checked })}>
            必须填
          </Checkbox>
        </>
      )}
    </PartList>
  );
}
