import type { CatalogChange } from '#contract/catalog-changes.ts';
import { changeKindName } from '#domain/catalog/changes/catalog-change.ts';
import { countText, dayText, momentText } from '../when.ts';
import { standing } from './catalog-words.ts';
import { DiffTable } from './DiffTable.tsx';

/** The filing as a paper: only what is printed. */
export function FilingPaper({ change }: { change: CatalogChange }) {
  const { trial } = change;
  const rows: readonly (readonly [string, string | null])[] = [
    ['报备内容', change.title],
    ['类别', changeKindName[change.kind]],
    ['生效日', `${dayText(change.effectiveOn)}起`],
    ['依据', change.basis],
    ['提前生效的法定理由', change.urgentReason],
    ['报备', `${change.filedBy}，${momentText(change.filedAt)}`],
    ['审核', change.decidedBy && `${change.decidedBy}，${momentText(change.decidedAt)}`],
    ['审核意见', change.note],
    ['状态', standing(change).text],
    [
      '影响推演',
      trial &&
        `按${dayText(trial.on)}推算：失信信息${countText(trial.records.total)}条，更有利${countText(trial.records.better)}条，更不利${countText(trial.records.worse)}条；办件${countText(trial.items.total)}件，更有利${countText(trial.items.better)}件，更不利${countText(trial.items.worse)}件；${countText(trial.openItems)}件在办件按原版本办理。`,
    ],
  ];
  return (
    <div className="filing-paper" aria-hidden="true">
      <p className="paper-title">信用修复事项目录变更报备表</p>
      <table className="diff">
        <tbody>
          {rows
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className="paper-part">变更前后对照</p>
      <DiffTable diff={change.diff} />
    </div>
  );
}
