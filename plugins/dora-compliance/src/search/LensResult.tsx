import { Link, Text } from '@backstage/ui';
import type { LensDocument } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useLensAddress } from '../lens/useLensAddress';
import { useGerman } from './useControlTitle';

/** The page about the five areas, as it is found. */
export function LensResult({ lens }: { lens: LensDocument }) {
  const address = useLensAddress();
  const isGerman = useGerman();
  const title = isGerman ? lens.titleDe : lens.title;
  return (
    <>
      {address === undefined ? (
        <Text weight="bold">{title}</Text>
      ) : (
        <Link href={address} weight="bold">
          {title}
        </Link>
      )}
      <Text>{isGerman ? lens.summaryDe : lens.summary}</Text>
    </>
  );
}
