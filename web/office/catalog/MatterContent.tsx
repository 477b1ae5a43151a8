import type { MatterView } from '#contract/catalog.ts';
import { Cites } from '../Cites.tsx';
import { sourceWord, subjectKindWord } from '../words.ts';
import { type Level, levelWords, limitKeys, limitText, limitWords } from './catalog-words.ts';

/** One version of a matter: who, conditions, materials, extra fields, limits, each with its basis. */
export function MatterContent({ matter }: { matter: MatterView }) {
  return (
    <>
      <p className="lead">{matter.plain}</p>
      <dl className="facts facts-wide">
        <dt>决定单位</dt>
        <dd>{matter.authority}</dd>
        <dt>哪几级办理</dt>
        <dd>{matter.levels.map((one) => levelWords[one as Level]).join('、')}</dd>
        <dt>谁可以申请</dt>
        <dd>{matter.subjectTypes.map(subjectKindWord).join('、')}</dd>
        {limitKeys.map((key) => (
          <div className="facts-pair" key={key}>
            <dt>{limitWords[key]}</dt>
            <dd>{limitText(matter.limits[key])}</dd>
          </div>
        ))}
      </dl>
      <h3>条件</h3>
      <ol className="conditions">
        {matter.conditions.map((one) => (
          <li key={one.key}>
            {one.text}
            {!one.sure && <span className="chip chip-attention">▲ 条文未核对，只提示</span>} <Cites cites={one.cites} />
          </li>
        ))}
      </ol>
      <h3>材料</h3>
      <ol className="conditions">
        {matter.materials.map((one) => (
          <li key={one.key}>
            <strong>{one.name}</strong>
            {one.required ? '' : '（有就交）'}：{sourceWord(one.source)}
            <p className="quiet">
              {one.why} <Cites cites={one.cites} />
            </p>
          </li>
        ))}
      </ol>
      {matter.extraFields.length > 0 && (
        <>
          <h3>附表内容</h3>
          <ul className="tight">
            {matter.extraFields.map((one) => (
              <li key={one.key}>
                {one.label}
                {one.required ? '（必填）' : ''}
                {one.choices && `：${one.choices.join('、')}`}
                <span className="quiet"> {one.why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
