import { Button, Select } from '@backstage/ui';
import type { ActionsView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTranslation } from '../translation/useTranslation';
import styles from './actions.module.css';
import type { useActionsAddress } from './useActionsAddress';

/** Selects a status, and a group of the user. */
export function ActionFilters(props: {
  view: ActionsView | undefined;
  owners: readonly string[];
  address: ReturnType<typeof useActionsAddress>;
}) {
  const { view, owners, address } = props;
  const { status, group, asset, change } = address;
  const { t } = useTranslation();
  const groups = [...new Set([...owners, ...(group ? [group] : [])])].filter(
    ref => ref.startsWith('group:'),
  );
  return (
    <div className={styles.filters}>
      <Select
        size="small"
        label={t('action.status')}
        value={status ?? ''}
        onChange={value => change('status', String(value ?? ''))}
        options={[
          { id: '', label: t('action.all') },
          {
            id: 'not-satisfied',
            label: t('action.notSatisfied', {
              amount: view?.notSatisfied ?? 0,
            }),
          },
          {
            id: 'not-assessed',
            label: t('action.notAssessed', { amount: view?.notAssessed ?? 0 }),
          },
        ]}
      />
      {asset ? (
        <Button variant="secondary" onPress={() => change('asset', undefined)}>
          {t('assetAction.mine')}
        </Button>
      ) : (
        <Select
          size="small"
          label={t('action.group')}
          value={group ?? ''}
          onChange={value => change('group', String(value ?? ''))}
          options={[
            { id: '', label: t('action.mine') },
            ...groups.map(ref => ({ id: ref, label: nameGroup(ref) })),
          ]}
        />
      )}
    </div>
  );
}

/** The name of a group, without its kind and the default namespace. */
export function nameGroup(ref: string): string {
  return ref.replace(/^group:(default\/)?/, '');
}
