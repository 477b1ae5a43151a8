import type { FigureRow } from '#contract/supervision.ts';
import { useAsk } from '../office/ask.ts';
import { rateStep, rateText, rowOfCity } from './rates.ts';

/** Where each city stands in the grid, roughly as on the map: code → column, row. */
const places: Readonly<Record<string, readonly [column: number, row: number]>> = {
  '360400': [2, 1],
  '360200': [3, 1],
  '361100': [4, 1],
  '360900': [1, 2],
  '360100': [3, 2],
  '360600': [4, 2],
  '360300': [1, 3],
  '360500': [2, 3],
  '361000': [3, 3],
  '360800': [2, 4],
  '360700': [2, 5],
};
/** 赣江新区 has a code that may be replaced, so it is found by its name. */
const newArea = { name: '赣江新区', place: [2, 2] } as const;

interface Props {
  readonly rows: readonly FigureRow[];
  readonly region: string | undefined;
  readonly choose: (region: string | undefined) => void;
}

/** The 11 cities and 赣江新区 as tiles: the rate in figures, a word and a colour. */
export function RegionTiles({ rows, region, choose }: Props) {
  const regions = useAsk('listRegions', {}, { staleTime: 3_600_000 });
  const tiles = (regions.data?.regions ?? []).flatMap((one) => {
    const place = one.name.includes(newArea.name) ? newArea.place : places[one.code];
    return place ? [{ ...one, place, row: rowOfCity(rows, one.code) }] : [];
  });
  return (
    <ul className="tiles" aria-label="各地按时办结率">
      {tiles.map((tile) => {
        const step = rateStep(tile.row?.onTimeRate ?? null);
        const here = region === tile.code;
        return (
          <li key={tile.code} style={{ gridColumn: tile.place[0], gridRow: tile.place[1] }}>
            <button
              type="button"
              className={`tile tile-${step.look}`}
              aria-pressed={here}
              onClick={() => choose(here ? undefined : tile.code)}
            >
              <strong>{tile.name.replace(/市$/, '')}</strong>
              <span className="figures">{tile.row ? rateText(tile.row.onTimeRate) : '没有办件'}</span>
              <span>
                {tile.row && step.word}
                {tile.row && tile.row.overdue > 0 && ` · 超期 ${tile.row.overdue}`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
