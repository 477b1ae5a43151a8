import { Button } from 'antd';
import type { ItemView } from '#contract/casework.ts';
import type { FindingDesk } from '../use-findings.ts';
import { PaperReader } from './PaperReader.tsx';
import { useReading } from './use-reading.ts';

/** The paper that is read beside the form; with a condition in hand it is named as what the finding rests on by one press. */
export function PaperBeside({ view, desk }: { view: ItemView; desk: FindingDesk }) {
  const { papers, shown, choose, condition, turn } = useReading();
  if (!shown) return null;
  const finding = desk.findings.find((one) => one.key === condition);
  const named = finding?.attachmentIds.includes(shown.id);
  return (
    <PaperReader view={view} papers={papers} shown={shown} choose={choose} leave={() => turn(false)}>
      {finding && desk.editable && shown.kind === 'material' && shown.scan !== 'infected' && (
        <p className="viewer-ground">
          <Button
            size="small"
            type={named ? 'default' : 'primary'}
            aria-pressed={named}
            onClick={() =>
              desk.set(finding.key, {
                attachmentIds: named
                  ? finding.attachmentIds.filter((id) => id !== shown.id)
                  : [...finding.attachmentIds, shown.id],
              })
            }
          >
            {named ? '✓ 已记为依据材料' : '记为这一项的依据材料'}
          </Button>
          <span className="quiet">{finding.text}</span>
        </p>
      )}
    </PaperReader>
  );
}
