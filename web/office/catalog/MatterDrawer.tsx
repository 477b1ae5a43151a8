import { Drawer } from 'antd';
import type { MatterView } from '#contract/catalog.ts';
import { Cites } from '../Cites.tsx';
import { dayText } from '../when.ts';
import { sourceWord, subjectKindWord } from '../words.ts';

/** One matter as of the day: who, conditions, materials, limits. */
export function MatterDrawer({ matter, close }: { matter: MatterView; close: () => void }) {
  return (
    <Drawer open onClose={close} title={matter.name} size={640}>
      <p className="lead">{matter.plain}</p>
      <dl className="facts">
        <dt>决定单位</dt>
        <dd>{matter.authority}</dd>
        <dt>谁可以申请</dt>
        <dd>{matter.subjectTypes.map(subjectKindWord).join('、')}</dd>
        <dt>生效</dt>
        <dd>
          {dayText(matter.validFrom)}起{matter.validTo && `，到${dayText(matter.validTo)}`}
        </dd>
      </dl>
      <h3>条件</h3>
      <ol className="conditions">
        {matter.conditions.map((one) => (
          <li key={one.key}>
            {one.text}
            {!one.sure && <span className="chip chip-attention">▲ 条文未核对</span>} <Cites cites={one.cites} />
          </li>
        ))}
      </ol>
      <h3>材料</h3>
      <ul className="tight">
        {matter.materials.map((one) => (
          <li key={one.key}>
            {one.name}：{sourceWord(one.source)}
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
