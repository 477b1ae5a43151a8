import { type Pane, panes, scrollToPaper, useReading } from './use-reading.ts';

const names: Readonly<Record<Pane, string>> = { form: '申请表', conditions: '修复条件', acts: '办理' };

/** What stands beside the paper where not everything has room; on a phone also the way down to the paper. */
export function PaneSwitch() {
  const { pane, showPane } = useReading();
  return (
    <nav className="parts pane-switch" aria-label="对照着看什么">
      {panes.map((one) => (
        <button
          key={one}
          type="button"
          className={one === pane ? 'part part-here' : 'part'}
          aria-current={one === pane ? 'true' : undefined}
          onClick={() => {
            showPane(one);
            document.querySelector('.workspace')?.scrollIntoView({ block: 'start' });
          }}
        >
          {names[one]}
        </button>
      ))}
      <button type="button" className="part pane-down" onClick={scrollToPaper}>
        看材料
      </button>
    </nav>
  );
}
