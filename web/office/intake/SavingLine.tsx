import { Alert, Button } from 'antd';
import { useGo } from '../address.ts';
import { momentText } from '../when.ts';
import type { KeptDraft, Saving } from './use-visit.ts';

interface Props {
  readonly saving: Saving;
  readonly saveNow: () => Promise<void>;
  readonly takeOver: (draft: KeptDraft) => void;
}

const words = {
  new: '填写的内容会自动保存，本窗口任何一台电脑都能接着办。',
  saved: '已保存。本窗口任何一台电脑都能接着办。',
  waiting: '正在保存…',
  saving: '正在保存…',
} as const;

/** Whether what was typed is safe, and what to do where it is not. */
export function SavingLine({ saving, saveNow, takeOver }: Props) {
  const go = useGo();
  if (saving.kind === 'failed')
    return (
      <Alert
        type="warning"
        showIcon
        className="no-print"
        title="还没有保存到平台，内容先留在这台电脑上，线路好了会自动保存。"
        description={saving.problem.detail}
        action={<Button onClick={() => void saveNow()}>现在再存一次</Button>}
      />
    );
  if (saving.kind === 'elsewhere')
    return (
      <Alert
        type="warning"
        showIcon
        className="no-print"
        title={`这次来访在另一台电脑上有更新的内容（${momentText(saving.draft.updatedAt)}）。`}
        action={<Button onClick={() => takeOver(saving.draft)}>载入那边的内容</Button>}
      />
    );
  if (saving.kind === 'gone')
    return (
      <Alert
        type="warning"
        showIcon
        className="no-print"
        title="这次来访已经在另一台电脑上提交，或者被删除。"
        action={<Button onClick={() => go('/window')}>回到窗口收件</Button>}
      />
    );
  return (
    <p className="quiet saving-line no-print" role="status">
      {words[saving.kind]} 按 <kbd>?</kbd> 看快捷键。
    </p>
  );
}
