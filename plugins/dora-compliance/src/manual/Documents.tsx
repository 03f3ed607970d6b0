import { Button, Flex, Text } from '@backstage/ui';
import type { ReferencedDocument } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useRef } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { digestFile } from './digestFile';
import styles from './manual.module.css';

/** The documents that were looked at. Only their digests leave the browser. */
export function Documents(props: {
  documents: readonly ReferencedDocument[];
  onChange: (documents: readonly ReferencedDocument[]) => void;
}) {
  const { documents, onChange } = props;
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const add = async (files: readonly File[]) =>
    onChange([...documents, ...(await Promise.all(files.map(digestFile)))]);
  return (
    <div role="group" aria-label={t('manual.documents')}>
      <Flex direction="column" gap="2">
        <Text weight="bold">{t('manual.documents')}</Text>
        <Text variant="body-small" color="secondary">
          {t('manual.digestOnly')}
        </Text>
        <ul className={styles.documents}>
          {documents.map(({ title, digest }) => (
            <li key={digest}>
              <Text>{title}</Text> <code>{digest.slice(0, 19)}</code>{' '}
              <Button
                size="small"
                variant="tertiary"
                aria-label={t('manual.removeDocument', { title })}
                onPress={() =>
                  onChange(documents.filter(one => one.digest !== digest))
                }
              >
                {t('manual.remove')}
              </Button>
            </li>
          ))}
        </ul>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t('manual.addDocument')}
          onChange={event => add([...(event.target.files ?? [])])}
        />
        <Flex>
          <Button
            size="small"
            variant="secondary"
            onPress={() => input.current?.click()}
          >
            {t('manual.addDocument')}
          </Button>
        </Flex>
      </Flex>
    </div>
  );
}
