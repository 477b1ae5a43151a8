import { Select } from 'antd';
import type { FiledUnit } from '#domain/catalog/changes/catalog-change.ts';
import { useAsk } from '../ask.ts';
import { TextLine } from '../TextInput.tsx';
import { type Level, levels, levelWords } from './catalog-words.ts';
import { Fielded } from './Fielded.tsx';
import { PartList } from './PartList.tsx';

interface Props {
  readonly sector: string;
  readonly list: readonly FiledUnit[];
  readonly set: (list: FiledUnit[]) => void;
}

const levelOptions = levels.map((value) => ({ value, label: levelWords[value] }));

/** Units that are not in the catalogue yet and come with the matter. */
export function UnitFields({ sector, list, set }: Props) {
  const regions = useAsk('listRegions', {}, { staleTime: Infinity });
  const regionOptions = (regions.data?.regions ?? []).map((one) => ({ value: one.code, label: one.name }));
  const levelOf = (code: string) => regions.data?.regions.find((one) => one.code === code)?.level as Level | undefined;
  return (
    <PartList
      name="单位"
      path="content.units"
      list={list}
      set={set}
      keyOf={(one) => one.unitId}
      fresh={(all) => newUnit(all, sector)}
    >
      {(one, change, index) => {
        const text = (key: 'name' | 'shortName' | 'phone' | 'address', label: string, hint: string, most: number) => (
          <Fielded label={`单位 ${index + 1} 的${label}`} path={`content.units.${index}.${key}`} hint={hint}>
            {(control) => (
              <TextLine
                {...control}
                value={one[key] ?? ''}
                maxLength={most}
                onChange={(event) => change({ [key]: event.target.value })}
              />
            )}
          </Fielded>
        );
        return (
          <div className="form-grid">
            {text('name', '名称', '全称', 80)}
            {text('shortName', '机关代字', '文号里用的，如“赣环”', 20)}
            <Fielded label={`单位 ${index + 1} 在哪里`} path={`content.units.${index}.regionCode`}>
              {(control) => (
                <Select
                  {...control}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={one.regionCode}
                  options={regionOptions}
                  onChange={(regionCode) => change({ regionCode, level: levelOf(regionCode) ?? one.level })}
                />
              )}
            </Fielded>
            <Fielded label={`单位 ${index + 1} 是哪一级`} path={`content.units.${index}.level`}>
              {(control) => (
                <Select {...control} value={one.level} options={levelOptions} onChange={(level) => change({ level })} />
              )}
            </Fielded>
            {text('phone', '电话', '没有的不填', 40)}
            {text('address', '地址', '没有的不填', 200)}
          </div>
        );
      }}
    </PartList>
  );
}

function newUnit(all: readonly FiledUnit[], sector: string): FiledUnit {
  const taken = new Set(all.map((one) => one.unitId));
  const idOf = (number: number) => `${sector || 'unit'}-own-${number}`;
  let number = all.length + 1;
  while (taken.has(idOf(number))) number += 1;
  return { unitId: idOf(number), name: '', shortName: '', level: 'province', regionCode: '360000' };
}
