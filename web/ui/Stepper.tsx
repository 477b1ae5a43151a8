/** One stage of a way: done, now, still to come, or where it ended otherwise. */
export interface Stage {
  readonly label: string;
  readonly standing: 'done' | 'now' | 'later' | 'stopped';
}

const signs = { done: '✓', now: '●', later: '', stopped: '×' } as const;
const words = { done: '已完成', now: '正在进行', later: '还没到', stopped: '到此结束' } as const;

/** Where a file stands on its way. */
export function Stepper({ stages }: { stages: readonly Stage[] }) {
  return (
    <ol className="stepper">
      {stages.map((stage) => (
        <li
          key={stage.label}
          className={`stage-${stage.standing}`}
          aria-current={stage.standing === 'now' ? 'step' : undefined}
        >
          <span className="stage-dot" aria-hidden="true">
            {signs[stage.standing]}
          </span>
          <span className="stage-label">{stage.label}</span>
          <span className="visually-hidden">（{words[stage.standing]}）</span>
        </li>
      ))}
    </ol>
  );
}
