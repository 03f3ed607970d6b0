import { Button, DialogTrigger, Flex, Popover, Text } from '@backstage/ui';
import {
  type InventoryItemView,
  recordFields,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { WebLink } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiCheckLine } from '@remixicon/react';
import surface from '../page/surface.module.css';
import styles from './facts.module.css';

/** What the record of an asset lacks, and where it is to be added. */
export function MissingFields({ item }: { item: InventoryItemView }) {
  const { missing, problems, title } = item;
  if (missing.length === 0 && problems === 0) {
    return (
      <span className={styles.complete}>
        <RiCheckLine size={16} aria-hidden /> Complete
      </span>
    );
  }
  const wrong = `${problems} wrong ${problems === 1 ? 'value' : 'values'}`;
  const words = missing.length > 0 ? `${missing.length} missing` : wrong;
  return (
    <div className={styles.fact}>
      <DialogTrigger>
        <Button
          variant="secondary"
          size="small"
          className={styles.missing}
          aria-label={`${words} in the record of ${title}`}
        >
          {words}
        </Button>
        <Popover aria-label={`What is missing in the record of ${title}`}>
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
  const editUrl = webLink(item.editUrl);
  return (
    <Flex
      direction="column"
      gap="3"
      className={`${styles.popover} ${surface.surface}`}
    >
      {missing.length > 0 && (
        <>
          <Text weight="bold">Add to the YAML of the entity</Text>
          <dl className={styles.additions}>
            {missing.map(field => (
              <div key={field}>
                <dt>
                  {recordFields[field].title} {recordFields[field].point}
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
        <Text>
          {problems === 1 ? 'One value' : `${problems} values`} can&apos;t be
          read; the page of the asset says which.
        </Text>
      )}
      {editUrl ? (
        <WebLink href={editUrl} target="_blank">
          Edit the entity ↗
        </WebLink>
      ) : (
        <Text variant="body-small" color="secondary">
          The catalog does not know where this entity is edited.
        </Text>
      )}
    </Flex>
  );
}
