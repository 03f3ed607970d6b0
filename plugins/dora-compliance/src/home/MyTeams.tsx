import { Button, Link, Text } from '@backstage/ui';
import { useState } from 'react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { useRouteOrNone } from '../page/useRouteOrNone';
import { organizationRouteRef } from '../routes';
import { useTranslation } from '../translation/useTranslation';
import { HomeSurface } from './HomeCard';
import styles from './home.module.css';
import { TeamScore } from './TeamScore';
import { useOwnGroups } from './useOwnGroups';

/** Teams that are loaded at first, each with a request of its own. */
const SHOWN = 5;

/** The two numbers of each group of the user, on the home page. */
export function MyTeams() {
  const { value: groups, error, reload } = useOwnGroups();
  const { t } = useTranslation();
  return (
    <HomeSurface>
      {error && (
        <Failure
          what={{ title: t('home.teams.notLoaded') }}
          error={error}
          onRetry={reload}
        />
      )}
      {!groups && !error && <Loading blocks={[48, 48]} />}
      {groups && <Teams groups={groups} />}
    </HomeSurface>
  );
}

function Teams({ groups }: { groups: readonly string[] }) {
  const { t } = useTranslation();
  const page = useRouteOrNone(organizationRouteRef)?.();
  const [shown, setShown] = useState(SHOWN);
  if (groups.length === 0) {
    return <Text>{t('home.teams.none')}</Text>;
  }
  return (
    <>
      <ul className={styles.items} aria-label={t('home.teams.list')}>
        {groups.slice(0, shown).map(ref => (
          <TeamScore key={ref} groupRef={ref} />
        ))}
      </ul>
      {groups.length > shown && (
        <Button
          variant="secondary"
          size="small"
          onPress={() => setShown(shown + SHOWN)}
        >
          {t('list.loadMore')}
        </Button>
      )}
      <Text variant="body-small" color="secondary">
        {t('home.teams.counted')}
      </Text>
      {page !== undefined && (
        <Link href={page}>{t('home.teams.organization')}</Link>
      )}
    </>
  );
}
