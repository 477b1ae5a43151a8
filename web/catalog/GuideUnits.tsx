import { useQuery } from '@tanstack/react-query';
import type { UnitView } from '#contract/catalog.ts';
import type { Guide } from '#contract/guide.ts';
import { call } from '../api.ts';
import { SelectField } from '../ui/Field.tsx';

interface GuideUnitsProps {
  guide: Guide;
  region: string | undefined;
  onRegion: (code: string) => void;
}

/** Who is competent where: choose a city or county, see the unit with telephone and address. */
export function GuideUnits({ guide, region, onRegion }: GuideUnitsProps) {
  const regions = useQuery({
    queryKey: ['regions'],
    queryFn: () => call('listRegions'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const all = regions.data?.regions ?? [];
  const cities = all.filter((one) => one.level === 'city' || one.level === 'new-area');
  const named = all.find((one) => one.code === region)?.name;
  return (
    <section className="card guide-card" aria-live="polite">
      <h2>找哪个单位{named && `（${named}）`}</h2>
      <div className="no-print">
        <SelectField
          id="region"
          label="作出决定的单位在哪里？"
          value={region ?? ''}
          onChange={onRegion}
          disabled={!regions.data}
        >
          <option value="">全省（省级单位）</option>
          {cities.map((city) => (
            <optgroup key={city.code} label={city.name}>
              <option value={city.code}>{city.name}（市级单位）</option>
              {all
                .filter((one) => one.parent === city.code)
                .map((county) => (
                  <option key={county.code} value={county.code}>
                    {county.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </SelectField>
      </div>
      {guide.unitNote && <p>{guide.unitNote}</p>}
      {guide.units.length === 0 && !guide.unitNote && (
        <p>这个地区没有办理本事项的单位。请选上一级的市或全省，或拨打 12345 询问。</p>
      )}
      <Units units={guide.units} />
      {guide.windows.length > 0 && (
        <>
          <h3>也可以到窗口</h3>
          <Units units={guide.windows} />
        </>
      )}
    </section>
  );
}

function Units({ units }: { units: readonly UnitView[] }) {
  return (
    <ul className="plain stack">
      {units.map((unit) => (
        <li key={unit.unitId}>
          <strong>{unit.name}</strong>
          {unit.address && (
            <>
              <br />
              {unit.address}
            </>
          )}
          {unit.phone && (
            <>
              <br />
              电话 <a href={`tel:${unit.phone}`}>{unit.phone}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
