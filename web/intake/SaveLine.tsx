import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useApply } from './apply-context.ts';
import { DraftConflict } from './DraftConflict.tsx';

/** Whether what was typed is safe. */
export function SaveLine() {
  const { state, saveNow } = useApply();
  if (state.kind === 'conflict') return <DraftConflict theirs={state.theirs} />;
  if (state.kind === 'failed')
    return (
      <Banner tone="wait" live title="还没有保存到平台">
        <p>{state.problem.detail}</p>
        <p className="small">您填的内容先记在这台设备上，可以接着填；{state.problem.lost && '连上以后自动保存。'}</p>
        <Button kind="secondary" onClick={() => void saveNow()}>
          现在保存
        </Button>
      </Banner>
    );
  const words = { saved: '✓ 已保存，可以随时离开，换一台设备也能接着填', waiting: '正在保存…', saving: '正在保存…' };
  return (
    <p className="save-state" role="status">
      {words[state.kind]}
    </p>
  );
}
