/** What the SDK has beside its methods: client, page schemes, models. */
import type { StudioState } from '../generator/studio/contract.ts';

export function Facts({ state }: { readonly state: StudioState }) {
  const homes = new Map<string, string[]>();
  for (const { name, resource } of state.models) homes.set(resource, [...(homes.get(resource) ?? []), name]);
  return (
    <div class="more" role="region" aria-label="Client, pages and models" tabIndex={0}>
      <h3>Client</h3>
      <dl class="facts">
        {state.client.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>Pages</h3>
      {state.schemes.length === 0 && <p class="empty">No list is paged.</p>}
      <dl class="facts">
        {state.schemes.map(({ name, type, methods }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {type}: {methods.length === 0 ? 'no method' : methods.join(', ')}
            </dd>
          </div>
        ))}
      </dl>
      <h3>Models</h3>
      <dl class="facts">
        {[...homes].map(([resource, names]) => (
          <div key={resource}>
            <dt>{resource}</dt>
            <dd>{names.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
