import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { UnitView } from '#contract/catalog.ts';
import { call } from '../api.ts';
import { SelectField } from '../ui/Field.tsx';
import { EmptyState, Loaded } from '../ui/Loaded.tsx';
import { Page } from '../ui/Page.tsx';

/** 窗口在哪里: the counters of a city or county with address and telephone; the region stands in the address. */
export function Windows() {
  const search = useSearch({ strict: false }) as { region?: string | number };
  const region = search.region === undefined ? '' : String(search.region);
  const navigate = useNavigate();
  const regions = useQuery({
    queryKey: ['regions'],
    queryFn: () => call('listRegions'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Page
      title="窗口在哪里"
      lead="不方便上网，到任何一个政务服务中心的综合窗口都能办，不看户籍和注册地，不收费。工作人员帮您填表，材料由系统送到办理单位。"
    >
      <Loaded query={regions} lines={4}>
        {({ regions: all }) => (
          <SelectField
            id="region"
            label="您在哪里？"
            value={region}
            onChange={(code) =>
              void navigate({
                to: '/windows',
                search: (code ? { region: code } : {}) as never,
                replace: true,
                resetScroll: false,
              })
            }
          >
            <option value="">省级窗口</option>
            {all
              .filter((one) => one.level === 'city' || one.level === 'new-area')
              .map((city) => (
                <optgroup key={city.code} label={city.name}>
                  <option value={city.code}>{city.name}（市级）</option>
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
        )}
      </Loaded>
      <Found region={region || '360000'} />
      <section className="card">
        <h2>带什么去</h2>
        <ul>
          <li>来办的人的身份证；替单位、替别人办的，再带委托书。</li>
          <li>处罚决定书、列入名单的决定书；找不到也可以先去，窗口能查。</li>
          <li>已经改正、缴清的证明，如缴款凭证。政府部门查得到的，不用带。</li>
        </ul>
        <p>
          每一种要的材料不一样，先<Link to="/guide">看办理指引</Link>，或者拨打 <a href="tel:12345">12345</a> 询问。
        </p>
      </section>
    </Page>
  );
}

function Found({ region }: { region: string }) {
  const units = useQuery({
    queryKey: ['windows', region],
    queryFn: () => call('listUnits', { query: { region, kind: 'window' } }),
  });
  return (
    <section aria-live="polite" className="stack">
      <Loaded query={units} lines={4}>
        {({ units: found }) => {
          const here = found.filter((one) => one.regionCode === region);
          if (here.length === 0)
            return (
              <EmptyState title="这里还没有登记窗口">
                <p>请选上一级的市，或者拨打 12345 询问最近的窗口。网上也能办。</p>
                <Link to="/records">网上查我的记录</Link>
              </EmptyState>
            );
          return here.map((unit) => <Window key={unit.unitId} unit={unit} />);
        }}
      </Loaded>
    </section>
  );
}

function Window({ unit }: { unit: UnitView }) {
  return (
    <article className="card">
      <h2>{unit.name}</h2>
      <p>{unit.address ?? '地址请拨打 12345 询问。'}</p>
      {unit.phone && (
        <p>
          电话 <a href={`tel:${unit.phone}`}>{unit.phone}</a>
        </p>
      )}
    </article>
  );
}
