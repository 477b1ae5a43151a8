import './catalog.css';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../Page.tsx';
import { catalogPlaces } from './catalog-places.ts';

interface Props {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** What every screen of the keepers stands in: its heading and the way to the others. */
export function CatalogFrame({ title, intro, acts, children }: Props) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = catalogPlaces.filter((one) => path.startsWith(one.path)).at(-1)?.path;
  return (
    <Page title={title} intro={intro} acts={acts}>
      <nav className="places no-print" aria-label="目录管理">
        {catalogPlaces.map((place) => (
          <Link
            key={place.path}
            to={place.path as never}
            className={place.path === here ? 'place place-here' : 'place'}
            aria-current={place.path === here ? 'page' : undefined}
          >
            {place.label}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
}
