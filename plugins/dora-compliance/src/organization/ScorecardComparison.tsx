import {
  Flex,
  Select,
  Tab,
  TabList,
  TabPanel,
  Tabs,
  Text,
} from '@backstage/ui';
import { useTranslation } from '../translation/useTranslation';
import styles from './organization.module.css';
import { ScorecardLines } from './ScorecardLines';
import {
  type Comparison,
  comparisons,
  orders,
  type useOrganizationAddress,
} from './useOrganizationAddress';

/** The parts of the organization side by side: a table for each kind of part. */
export function ScorecardComparison(
  props: Pick<
    ReturnType<typeof useOrganizationAddress>,
    'by' | 'sort' | 'change'
  >,
) {
  const { by, sort, change } = props;
  const { t } = useTranslation();
  return (
    <section aria-label={t('organization.comparison')}>
      <Flex direction="column" gap="3">
        <div className={styles.heading}>
          <Text as="h3" variant="title-x-small" weight="bold">
            {t('organization.comparison')}
          </Text>
          <Select
            className={styles.order}
            size="small"
            label={t('organization.order.label')}
            options={orders.map(id => ({
              id,
              label: t(
                `organization.order.${id === 'name' ? 'name' : 'findings'}`,
              ),
            }))}
            value={sort}
            onChange={to =>
              change({ sort: orders.find(id => id === to) ?? 'name' })
            }
          />
        </div>
        <Tabs
          selectedKey={by}
          onSelectionChange={to => change({ by: to as Comparison })}
        >
          <div className={styles.tabs}>
            <TabList aria-label={t('organization.comparison')}>
              {comparisons.map(id => (
                <Tab key={id} id={id}>
                  {t(`organization.by.${id}`)}
                </Tab>
              ))}
            </TabList>
          </div>
          {comparisons.map(id => (
            <TabPanel key={id} id={id}>
              <ScorecardLines by={id} sort={sort} />
            </TabPanel>
          ))}
        </Tabs>
      </Flex>
    </section>
  );
}
