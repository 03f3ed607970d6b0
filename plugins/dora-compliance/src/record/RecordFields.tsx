import { parseEntityRef } from '@backstage/catalog-model';
import { Flex, Text } from '@backstage/ui';
import {
  type AssetRecordView,
  type RecordField,
  webLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  EntityTitleLink,
  useTimeFormat,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiErrorWarningLine } from '@remixicon/react';
import { Fragment } from 'react';
import { useTranslation } from '../translation/useTranslation';
import styles from './record.module.css';

/** The nine fields of the record, and where to add a missing one. */
export function RecordFields(props: {
  record: AssetRecordView;
  /** Shows names without links, so that nobody leaves a dialog by accident. */
  withoutLinks?: boolean;
}) {
  const { record, withoutLinks = false } = props;
  const { fields, asset } = record;
  const { t } = useTranslation();
  const missing = fields.filter(({ value }) => value === undefined).length;
  return (
    <Flex direction="column" gap="2">
      <Text as={withoutLinks ? 'h3' : 'h4'} variant="body-large" weight="bold">
        {missing === 0
          ? t('record.complete')
          : t('record.missing', { count: missing, total: fields.length })}
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
        {t('record.law')}{' '}
        {!withoutLinks && webLink(asset.editUrl) && (
          <WebLink
            href={asset.editUrl ?? ''}
            target="_blank"
            variant="body-small"
          >
            {t('record.edit')}
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
  const { t } = useTranslation();
  const { point, value, edit } = field;
  return (
    <div className={styles.field}>
      <dt>
        {t(`record.field.${field.field}`)}{' '}
        <span className={styles.point}>{point}</span>
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
            <span>{t('record.add', { path: <code>{edit}</code> })}</span>
          </span>
        )}
      </dd>
    </div>
  );
}

/** A value as text, with links to the entities it names. */
function FieldValue(props: {
  field: RecordField;
  value: string;
  record: AssetRecordView;
  withoutLinks: boolean;
}) {
  const { field, value, record, withoutLinks } = props;
  const { t } = useTranslation();
  const { formatDuration } = useTimeFormat();
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
    return (
      <>
        {t('record.continuity', {
          rto: formatDuration(rto),
          rpo: formatDuration(rpo),
        })}
      </>
    );
  }
  return value;
}

function PlainName(props: { entityRef: string; title: string }) {
  return <span title={props.entityRef}>{props.title}</span>;
}
