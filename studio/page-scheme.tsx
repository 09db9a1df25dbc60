/** Makes a page scheme from the parts of a list: which parameter asks for a page, where the items are. */
import { useState } from 'preact/hooks';
import type {
  ConfigAction,
  ListParts,
  MethodDetail,
  PagePart,
  StudioState,
} from '../generator/studio/contract.ts';
import type { Act } from './act.ts';
import { Dialog } from './dialogs.tsx';

type Choice = Extract<ConfigAction, { readonly kind: 'page-scheme' }>['scheme'];
type Purpose = Choice['uses'][number]['purpose'];
type Parts = 'params' | 'lists' | 'fields' | 'itemKeys';

interface PartRow {
  readonly purpose: Purpose;
  readonly label: string;
  readonly from: Parts;
  readonly isOptional?: true;
}

const ITEMS: PartRow = { purpose: 'items', label: 'Items', from: 'lists' };
const TYPES: Readonly<Record<string, readonly PartRow[]>> = {
  page_number: [
    { purpose: 'page_number_param', label: 'Page number', from: 'params' },
    ITEMS,
    { purpose: 'total_page_count_field', label: 'Number of pages', from: 'fields', isOptional: true },
  ],
  offset: [
    { purpose: 'offset_count_param', label: 'Offset', from: 'params' },
    ITEMS,
    { purpose: 'offset_total_count_field', label: 'Number of items', from: 'fields', isOptional: true },
  ],
  cursor: [
    { purpose: 'next_cursor_param', label: 'Cursor', from: 'params' },
    ITEMS,
    { purpose: 'next_cursor_field', label: 'Next cursor', from: 'fields' },
    { purpose: 'has_next_page', label: 'Has more', from: 'fields', isOptional: true },
  ],
  cursor_id: [
    { purpose: 'next_cursor_id_param', label: 'Cursor', from: 'params' },
    ITEMS,
    { purpose: 'cursor_item_id', label: 'Id of an item', from: 'itemKeys' },
    { purpose: 'has_next_page', label: 'Has more', from: 'fields', isOptional: true },
  ],
  cursor_url: [ITEMS, { purpose: 'cursor_url_field', label: 'URL of the next page', from: 'fields' }],
  fake_page: [ITEMS],
};
const TITLES: Readonly<Record<string, string>> = {
  page_number: 'number of the page',
  offset: 'offset of the first item',
  cursor: 'cursor in the response',
  cursor_id: 'id of the last item',
  cursor_url: 'URL of the next page',
  fake_page: 'all items at once',
};

const pathOf = ({ path }: Pick<PagePart, 'path'>): string => path.join('.');

export function PageSchemeDialog({
  state,
  detail,
  list,
  act,
  close,
}: {
  readonly state: StudioState;
  readonly detail: MethodDetail;
  readonly list: ListParts;
  readonly act: Act;
  readonly close: () => void;
}) {
  const [type, setType] = useState(list.type ?? (list.params.length > 0 ? 'page_number' : 'fake_page'));
  const [name, setName] = useState(freeName(state, `${detail.resource.split('.').at(-1) || 'list'}_page`));
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const valueOf = ({ purpose, from, isOptional }: PartRow): string => {
    const found = list.found.find((item) => item.purpose === purpose);
    const first = isOptional ? undefined : list[from][0];
    return chosen[purpose] ?? (found ? pathOf(found) : first ? pathOf(first) : '-');
  };
  const rows = TYPES[type] ?? [];
  const missing = rows.find(
    (row) => !row.isOptional && !list[row.from].some((part) => pathOf(part) === valueOf(row)),
  );
  const make = (): void => {
    const uses = rows.flatMap((row) => {
      const part = list[row.from].find((item) => pathOf(item) === valueOf(row));
      return part === undefined ? [] : [{ purpose: row.purpose, path: part.path, type: part.type }];
    });
    const isTaken = detail.paginated !== undefined;
    void act(
      { kind: 'page-scheme', scheme: { name, type, uses }, ...(isTaken && { method: detail.id }) },
      `page scheme ${name}`,
    ).then((isDone) => isDone && close());
  };
  return (
    <Dialog title={`Page scheme for ${detail.name}`} close={close}>
      <div class="fields wide">
        <label>
          <span>Name</span>
          <input
            value={name}
            spellcheck={false}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <label>
          <span>Next page by</span>
          <select value={type} onChange={({ currentTarget }) => setType(currentTarget.value)}>
            {Object.keys(TYPES).map((value) => (
              <option key={value} value={value}>
                {TITLES[value]}
              </option>
            ))}
          </select>
        </label>
        {rows.map((row) => (
          <label key={row.purpose}>
            <span>{row.label}</span>
            <select
              value={valueOf(row)}
              onChange={({ currentTarget }) => setChosen({ ...chosen, [row.purpose]: currentTarget.value })}
            >
              {row.isOptional && <option value="-">none</option>}
              {list[row.from].map((part) => (
                <option key={pathOf(part)} value={pathOf(part)}>
                  {pathOf(part) || 'the response itself'}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {missing !== undefined && <p class="empty">The document has nothing for “{missing.label}”.</p>}
      <form method="dialog">
        <button type="submit">Cancel</button>{' '}
        <button
          type="button"
          class="primary"
          disabled={missing !== undefined || name.trim() === ''}
          onClick={make}
        >
          Make the scheme
        </button>
      </form>
    </Dialog>
  );
}

function freeName({ schemes }: StudioState, wanted: string): string {
  const taken = new Set(schemes.map(({ name }) => name));
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}_${count}`;
  return name;
}
