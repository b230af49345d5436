import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  fundProjectionQuery,
  projectedExplanationQuery,
  type Course,
  type CourseId,
  type KeptProjection,
  type SchemeId,
} from '#console/api/fund-projection-queries.ts';
import { packFamilyQuery } from '#console/api/queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ExplanationDrawer } from '#console/explanation/explanation-drawer.tsx';
import { FigureScopeContext } from '#console/explanation/figure-scope.tsx';
import { useFigureRoute } from '#console/explanation/figure-route.ts';
import { CourseSwitches } from '#console/rooms/projections/course-switches.tsx';
import { ChancesTable } from '#console/rooms/projections/chances-table.tsx';
import { FirstYears } from '#console/rooms/projections/first-years.tsx';
import { PoolYearsTable } from '#console/rooms/projections/pool-years-table.tsx';
import { ProjectionHeader } from '#console/rooms/projections/projection-header.tsx';
import { SensitivityTable } from '#console/rooms/projections/sensitivity-table.tsx';
import '#console/fund/books.css';
import '#console/fund/office.css';
import '#console/rooms/projections/projections.css';

/** ECharts is large: it is fetched after the tables stand. */
const CourseCharts = lazy(async () => {
  const { CourseCharts: component } = await import('#console/rooms/projections/charts/course-charts.tsx');
  return { default: component };
});

/** A kept fund projection: when a pool falls below its floor, how likely, and by which driver. */
export function ProjectionPage(): ReactNode {
  const { t } = useTranslation();
  const { projectionId } = useParams({ from: '/projections/$projectionId' });
  const query = useQuery(fundProjectionQuery(projectionId));
  return (
    <div className="office-page fund-page">
      <Link to="/projections" className="screen-only">
        {t('fundProjections.back')}
      </Link>
      <QueryView query={query}>{(kept) => <Kept key={kept.projection.id} kept={kept} />}</QueryView>
    </div>
  );
}

function Kept({ kept }: { readonly kept: KeptProjection }): ReactNode {
  const search = useSearch({ from: '/projections/$projectionId' });
  const navigate = useNavigate({ from: '/projections/$projectionId' });
  const { result, projection } = kept;
  const course: CourseId = result.scenario === null ? 'baseline' : (search.course ?? 'baseline');
  const shown = (course === 'scenario' ? result.scenario : null) ?? result.baseline;
  const own = shown.schemes.find(({ scheme }) => scheme === search.scheme) ?? shown.schemes[0];
  if (own === undefined) return null;
  const pool = own.firstYears.pools.find(({ id }) => id === search.pool)?.id ?? firstTroubled(own);
  return (
    <>
      <ProjectionHeader kept={kept} />
      <CourseSwitches
        result={result}
        own={own}
        course={course}
        pool={pool}
        onChoose={(next) =>
          void navigate({ search: (others) => ({ ...others, ...next }), replace: true, resetScroll: false })
        }
      />
      <Shown
        key={`${course} ${own.scheme}`}
        id={projection.id}
        packId={projection.packId}
        course={course}
        own={own}
        pool={pool}
      />
    </>
  );
}

/** The page opens on the pool that is below its floor first; else on the first. */
function firstTroubled({ firstYears: { pools } }: Course): string {
  const troubled = pools.filter(({ belowFloor }) => belowFloor !== null);
  const first = troubled.toSorted((a, b) => Number(a.belowFloor) - Number(b.belowFloor))[0] ?? pools[0];
  return first?.id ?? '';
}

interface ShownProps {
  readonly id: string;
  readonly packId: string;
  readonly course: CourseId;
  readonly own: Course;
  readonly pool: string;
}

function Shown({ id, packId, course, own, pool }: ShownProps): ReactNode {
  const { t } = useTranslation();
  const route = useFigureRoute();
  const family = useQuery(packFamilyQuery(packId)).data;
  const { open } = route;
  const scope = useMemo(
    () => ({
      packId,
      poolNames: new Map(own.firstYears.pools.map((one) => [one.id, one.name])),
      openFigure: open,
    }),
    [packId, own, open],
  );
  const figureOf = { id, course, scheme: own.scheme as SchemeId };
  return (
    <FigureScopeContext value={scope}>
      <FirstYears own={own} packId={packId} />
      <Suspense fallback={<p role="status">{t('charts.loading')}</p>}>
        <CourseCharts own={own} pool={pool} />
      </Suspense>
      <ChancesTable own={own} pool={pool} />
      <SensitivityTable own={own} />
      <PoolYearsTable own={own} packId={packId} />
      {family === undefined ? null : (
        <ExplanationDrawer
          explain={(figure) => projectedExplanationQuery(figureOf, figure, family)}
          figure={route.figure}
          trail={route.trail}
          stepTo={route.stepTo}
          backTo={route.backTo}
          close={route.close}
        />
      )}
    </FigureScopeContext>
  );
}
