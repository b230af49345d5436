import { LineChartOutlined, PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { explanationQuery } from '#console/api/queries.ts';
import { yearQuery, type YearView } from '#console/api/year-queries.ts';
import { QueryView } from '#console/app/query-view.tsx';
import { ExplanationDrawer } from '#console/explanation/explanation-drawer.tsx';
import { useFigureRoute } from '#console/explanation/figure-route.ts';
import { FigureScopeContext } from '#console/explanation/figure-scope.tsx';
import { CorrectionNotice } from '#console/rooms/years/correction-notice.tsx';
import { FiguresSection } from '#console/rooms/years/figures-section.tsx';
import { HistorySection } from '#console/rooms/years/history-section.tsx';
import { InForceSection } from '#console/rooms/years/in-force-section.tsx';
import { LinesSection } from '#console/rooms/years/lines-section.tsx';
import { MembersNotice } from '#console/rooms/years/members-notice.tsx';
import { NextSection } from '#console/rooms/years/next-section.tsx';
import { NoticesSection } from '#console/rooms/years/notices-section.tsx';
import { OutcomeSection } from '#console/rooms/years/outcome-section.tsx';
import { PhaseMark } from '#console/rooms/years/phase-mark.tsx';
import { PostingsSection } from '#console/rooms/years/postings-section.tsx';
import { ResponsibilitySection } from '#console/rooms/years/responsibility-section.tsx';
import { RoomFrame } from '#console/rooms/years/room-frame.tsx';
import { StageStrip } from '#console/rooms/years/stage-strip.tsx';
import { useYearTitle } from '#console/rooms/years/use-year-title.ts';
import { YearMatters } from '#console/rooms/years/year-matters.tsx';
import { YEAR_READERS } from '#console/rooms/years/year-roles.ts';
import { holds, useAccount } from '#console/session/session.ts';

/** One year of an adjustment fund: where it stands, what comes next, its figures, its proposal and its record. */
export function YearPage(): ReactNode {
  const { t } = useTranslation();
  const { yearId } = useParams({ from: '/fund/years/$yearId' });
  const isReader = holds(useAccount(), YEAR_READERS);
  const query = useQuery({ ...yearQuery(yearId), enabled: isReader });
  if (!isReader) {
    return (
      <RoomFrame title={t('years.title')} readers={YEAR_READERS} notYours={t('years.notYours')}>
        {null}
      </RoomFrame>
    );
  }
  return <QueryView query={query}>{(year) => <OpenedYear key={year.id} year={year} />}</QueryView>;
}

function OpenedYear({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const titleOf = useYearTitle();
  const versionsOf = useVersions();
  const route = useFigureRoute();
  const { open } = route;
  const scope = useMemo(
    () => ({
      packId: year.pack,
      poolNames: new Map(year.pools.map((pool) => [pool.id, pool.name])),
      openFigure: open,
    }),
    [year, open],
  );
  return (
    <FigureScopeContext value={scope}>
      <RoomFrame
        title={titleOf(year)}
        readers={YEAR_READERS}
        notYours={t('years.notYours')}
        back={<Link to="/fund/years">← {t('years.back')}</Link>}
        mark={
          <>
            <PhaseMark year={year} /> <small className="note">{versionsOf(year)}</small>
          </>
        }
        actions={
          <>
            {year.snapshotHash === null ? null : (
              <Link to="/projections" search={{ year: year.id }} className="screen-only">
                <LineChartOutlined aria-hidden /> {t('years.project')}
              </Link>
            )}
            <Button
              className="screen-only"
              icon={<PrinterOutlined aria-hidden />}
              onClick={() => window.print()}
            >
              {t('print')}
            </Button>
          </>
        }
      >
        <YearSections year={year} />
      </RoomFrame>
      {year.run === null ? null : (
        <ExplanationDrawer
          explain={(figure) => explanationQuery(year.run?.id ?? '', figure)}
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

/** Which version a year is at; while a correction is under way, which one is in force. */
function useVersions(): (year: Pick<YearView, 'version' | 'inForce'>) => string {
  const { t } = useTranslation();
  return ({ version, inForce }) =>
    inForce === null
      ? t('years.versionNumber', { version })
      : t('years.versionBoth', { version, inForce: inForce.version });
}

function YearSections({ year }: { readonly year: YearView }): ReactNode {
  const { t } = useTranslation();
  const { inForce, version } = year;
  return (
    <>
      <CorrectionNotice year={year} />
      <StageStrip year={year} />
      <MembersNotice year={year} />
      <NextSection year={year} />
      {year.run === null ? null : <OutcomeSection run={year.run.id} />}
      <LinesSection
        year={year}
        title={inForce === null ? t('years.lines') : t('years.linesOfCorrection', { version })}
        text={t('years.linesText')}
        isOfPage
      />
      {inForce === null ? <NoticesSection year={year} /> : null}
      <InForceSection year={year} />
      <ResponsibilitySection yearId={year.id} lines={[...year.lines, ...(inForce?.lines ?? [])]} seesYears />
      <FiguresSection year={year} />
      <YearMatters year={year} />
      <PostingsSection year={year} />
      <HistorySection year={year} />
    </>
  );
}
