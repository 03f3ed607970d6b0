import { parseEntityRef } from '@backstage/catalog-model';
import { Flex, Text } from '@backstage/ui';
import {
  type AssetRecordView,
  type RecordField,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  EntityTitleLink,
  formatDuration,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiErrorWarningLine } from '@remixicon/react';
import { Fragment } from 'react';
import styles from './record.module.css';

/** The nine fields of the record, with where a missing one is written. */
export function RecordFields(props: {
  record: AssetRecordView;
  /** Entities are named, not linked: a dialog must not be left by accident. */
  withoutLinks?: boolean;
}) {
  const { record, withoutLinks = false } = props;
  const { fields, asset } = record;
  const missing = fields.filter(({ value }) => value === undefined).length;
  return (
    <Flex direction="column" gap="2">
      <Text as={withoutLinks ? 'h3' : 'h4'} variant="body-large" weight="bold">
        {missing === 0
          ? 'The record is complete'
          : `${missing} of ${fields.length} fields of the record ${
              missing === 1 ? 'is' : 'are'
            } missing`}
      </Text>
      <dl className={styles.fields}>
        {fields.map(one => (
          <Field
            key={one.field}
            field={one}
            record={record}
            withoutLinks={withoutLinks}
          />
        ))}
      </dl>
      <Text variant="body-small" color="secondary">
        Points of RTS 2024/1774 Art 4(2)(b).{' '}
        {!withoutLinks && webLink(asset.editUrl) && (
          <WebLink
            href={asset.editUrl ?? ''}
            target="_blank"
            variant="body-small"
          >
            Edit the entity ↗
          </WebLink>
        )}
      </Text>
    </Flex>
  );
}

function Field(props: {
  field: AssetRecordView['fields'][number];
  record: AssetRecordView;
  withoutLinks: boolean;
}) {
  const { field, record, withoutLinks } = props;
  const { title, point, value, edit } = field;
  return (
    <div className={styles.field}>
      <dt>
        {title} <span className={styles.point}>{point}</span>
      </dt>
      <dd>
        {value ? (
          <FieldValue
            field={field.field}
            value={value}
            record={record}
            withoutLinks={withoutLinks}
          />
        ) : (
          <span className={styles.missing}>
            <RiErrorWarningLine size={14} aria-hidden />
            <span>
              missing — add <code>{edit}</code>
            </span>
          </span>
        )}
      </dd>
    </div>
  );
}

/** A value in words, with links to the entities it names. */
function FieldValue(props: {
  field: RecordField;
  value: string;
  record: AssetRecordView;
  withoutLinks: boolean;
}) {
  const { field, value, record, withoutLinks } = props;
  const Name = withoutLinks ? PlainName : EntityTitleLink;
  const { asset, functions } = record;
  const { continuity } = asset.declared;
  if (field === 'owner' && asset.ownerRef) {
    const { name } = parseEntityRef(asset.ownerRef);
    return <Name entityRef={asset.ownerRef} title={name} />;
  }
  if (field === 'functions' && functions.length > 0) {
    return functions.map(({ entityRef, title }, index) => (
      <Fragment key={entityRef || title}>
        {index > 0 && ', '}
        <Name entityRef={entityRef} title={title} />
      </Fragment>
    ));
  }
  if (field === 'continuity' && continuity) {
    const { rto, rpo } = continuity;
    return `RTO ${formatDuration(rto)}, RPO ${formatDuration(rpo)}`;
  }
  return value;
}

function PlainName(props: { entityRef: string; title: string }) {
  return <span title={props.entityRef}>{props.title}</span>;
}
