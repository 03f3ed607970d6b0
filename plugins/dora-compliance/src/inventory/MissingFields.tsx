import { Button, DialogTrigger, Flex, Popover, Text } from '@backstage/ui';
import {
  type InventoryItemView,
  recordFields,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { WebLink } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiCheckLine } from '@remixicon/react';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import styles from './facts.module.css';

/** The missing fields of a record, and where to add them. */
export function MissingFields({ item }: { item: InventoryItemView }) {
  const { missing, problems, title } = item;
  const { t } = useTranslation();
  if (missing.length === 0 && problems === 0) {
    return (
      <span className={styles.complete}>
        <RiCheckLine size={16} aria-hidden /> {t('inventory.complete')}
      </span>
    );
  }
  const wrong = t('inventory.wrongValues', { count: problems });
  const what =
    missing.length > 0
      ? t('inventory.missingFields', { count: missing.length })
      : wrong;
  return (
    <div className={styles.fact}>
      <DialogTrigger>
        <Button
          variant="secondary"
          size="small"
          className={styles.missing}
          aria-label={t('inventory.inRecordOf', { what, title })}
        >
          {what}
        </Button>
        <Popover aria-label={t('inventory.whatIsMissing', { title })}>
          <WhatToAdd item={item} />
        </Popover>
      </DialogTrigger>
      {missing.length > 0 && problems > 0 && (
        <span className={styles.warning}>{wrong}</span>
      )}
    </div>
  );
}

function WhatToAdd({ item }: { item: InventoryItemView }) {
  const { missing, problems } = item;
  const { t } = useTranslation();
  const editUrl = webLink(item.editUrl);
  return (
    <Flex
      direction="column"
      gap="3"
      className={`${styles.popover} ${surface.surface}`}
    >
      {missing.length > 0 && (
        <>
          <Text weight="bold">{t('inventory.addToYaml')}</Text>
          <dl className={styles.additions}>
            {missing.map(field => (
              <div key={field}>
                <dt>
                  {t(`record.field.${field}`)} {recordFields[field].point}
                </dt>
                <dd>
                  <code>{recordFields[field].edit}</code>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {problems > 0 && (
        <Text>{t('inventory.unreadable', { count: problems })}</Text>
      )}
      {editUrl ? (
        <WebLink href={editUrl} target="_blank">
          {t('inventory.edit')}
        </WebLink>
      ) : (
        <Text variant="body-small" color="secondary">
          {t('inventory.noEditLink')}
        </Text>
      )}
    </Flex>
  );
}
