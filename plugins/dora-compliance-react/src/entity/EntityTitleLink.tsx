import { Link, type LinkProps } from '@backstage/ui';
import { useEntityAddress } from './useEntityAddress';

/**
 * The title of an entity as a link to its page. Unlike links of the catalog
 * it asks the backend nothing: whoever shows it knows the title.
 *
 * @public
 */
export function EntityTitleLink(props: {
  entityRef: string;
  title: string;
  truncate?: boolean;
  weight?: LinkProps['weight'];
}) {
  const { entityRef, title, truncate, weight } = props;
  const addressOf = useEntityAddress();
  return (
    <Link
      href={addressOf(entityRef)}
      title={entityRef}
      truncate={truncate}
      weight={weight}
    >
      {title}
    </Link>
  );
}
