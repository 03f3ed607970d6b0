import { Link, Text } from '@backstage/ui';
import type { ControlDocument } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useControlAddress } from '../controls/useControlAddress';
import { useTranslation } from '../translation/useTranslation';
import { useControlTitle, useGerman } from './useControlTitle';

/** A control that was found: what it must achieve, and which provisions it cites. */
export function ControlResult({ control }: { control: ControlDocument }) {
  const { t } = useTranslation();
  const page = useControlAddress()?.(control.controlId);
  const title = useControlTitle(control);
  const isGerman = useGerman();
  return (
    <>
      {page === undefined ? (
        <Text weight="bold">{title}</Text>
      ) : (
        <Link href={page} weight="bold">
          {title}
        </Link>
      )}
      <Text>{isGerman ? control.objectiveDe : control.objective}</Text>
      <Text variant="body-small" color="secondary">
        {t('search.provisions', { provisions: control.provisions })}
      </Text>
    </>
  );
}
