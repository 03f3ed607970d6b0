import { useApi } from '@backstage/core-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import {
  doraComplianceApiRef,
  useLive,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { Failure } from '../../failure/Failure';
import { Loading } from '../../loading/Loading';
import { useTranslation } from '../../translation/useTranslation';
import { ProductionChange } from './ProductionChange';
import styles from './production.module.css';

/** How many deployments are shown before somebody asks for all. */
const SHOWN = 3;

/** The last deployments of an asset to production, latest first. */
export function ProductionChanges({ entityRef }: { entityRef: string }) {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const [showsAll, setShowsAll] = useState(false);
  const { value, error, reload } = useLive(
    useLoaded(entityRef, () => api.listProductionChanges(entityRef)),
  );
  const items = value?.items ?? [];
  const title = t('production.title');
  return (
    <section aria-label={title}>
      <Flex direction="column" gap="2">
        <Text as="h3" variant="title-x-small" weight="bold">
          {title}
        </Text>
        {error && (
          <Failure
            what={{ title: t('production.notLoaded') }}
            error={error}
            onRetry={reload}
          />
        )}
        {!value && !error && <Loading blocks={[96]} />}
        {value && items.length === 0 && <Text>{t('production.none')}</Text>}
        {items.length > 0 && (
          <ul className={styles.list}>
            {items.slice(0, showsAll ? undefined : SHOWN).map(change => (
              <ProductionChange key={change.id} change={change} />
            ))}
          </ul>
        )}
        {!showsAll && items.length > SHOWN && (
          <Flex>
            <Button variant="secondary" onPress={() => setShowsAll(true)}>
              {t('production.all', { amount: items.length })}
            </Button>
          </Flex>
        )}
        {value?.notCounted && <Text>{value.notCounted}</Text>}
        {value && value.unclassified.length > 0 && (
          <Text color="secondary">
            {t('production.unclassified', {
              environments: value.unclassified,
            })}
          </Text>
        )}
      </Flex>
    </section>
  );
}
