import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { plural } from '../formats';
import { Choices } from '../parts/choices';
import type { Tenant } from '../reading/use-tenants';
import { allTenants, isChosen, isFound, isNarrow, labelsOf, type TenantChoice } from '../tenant-choice';

interface TenantDialogProps {
  readonly tenants: readonly Tenant[];
  readonly choice: TenantChoice;
  onChoose(choice: TenantChoice): void;
  onClose(): void;
}

/** Nothing is asked before the choice is made: every one is a reading of its own. */
export function TenantDialog({ tenants, choice, onChoose, onClose }: TenantDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const searching = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(choice);
  const [search, setSearch] = useState('');
  useEffect(() => {
    dialog.current?.showModal();
    searching.current?.focus();
  }, []);

  const names = namesOf(tenants, choice);
  const found = tenants.filter((tenant) => isFound(tenant, search)).map(({ key }) => key);
  const strangers = choice.tenants.filter((key) => tenants.every((tenant) => tenant.key !== key));
  const labels = labelsOf(tenants, choice);
  const chosen = tenants.filter((tenant) => isChosen(tenant, draft)).length;
  const setTenants = (keys: readonly string[]) => setDraft({ ...draft, tenants: keys });

  function send(event: FormEvent) {
    event.preventDefault();
    onChoose(draft);
  }
  function takeTheOne(event: KeyboardEvent) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const [one, ...others] = found;
    if (one !== undefined && others.length === 0 && !draft.tenants.includes(one)) setTenants([...draft.tenants, one]);
  }
  function closeOutside(event: MouseEvent) {
    if (event.target === dialog.current) dialog.current.close();
  }
  return (
    <dialog ref={dialog} className="job-dialog tenant-dialog" aria-labelledby="choose-tenants" onClose={onClose} onClick={closeOutside}>
      <form className="job-sheet filters" onSubmit={send}>
        <header>
          <h2 id="choose-tenants">Tenants</h2>
          <button type="button" className="plain" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </header>
        <div className="fields">
          <label>
            Name or key contains
            <input ref={searching} type="search" value={search} spellCheck={false} autoComplete="off" onChange={({ target }) => setSearch(target.value)} onKeyDown={takeTheOne} />
          </label>
        </div>
        {labels.length > 0 && <Choices legend="With all of these labels" values={labels} names={Object.fromEntries(labels.map((label) => [label, label.replace('=', ': ')]))} chosen={draft.labels} onChange={(given) => setDraft({ ...draft, labels: given })} />}
        <div className="tenant-choices">
          <Choices legend="Tenants; none chosen is all" values={[...found, ...strangers]} names={names} chosen={draft.tenants} onChange={setTenants} />
          {found.length === 0 && <p className="emptiness">No name or key has this.</p>}
        </div>
        <footer>
          <p role="status">
            {chosen} of {tenants.length} {plural(tenants.length, 'tenant')}
          </p>
          {isNarrow(draft) && (
            <button type="button" className="plain" onClick={() => onChoose(allTenants)}>
              All tenants
            </button>
          )}
          <button type="submit">Show</button>
        </footer>
      </form>
    </dialog>
  );
}

/** A key beside a name that another tenant has too; those that the server does not know by their keys. */
function namesOf(tenants: readonly Tenant[], choice: TenantChoice): Readonly<Record<string, string>> {
  const isShared = (name: string) => tenants.filter(({ displayName }) => displayName === name).length > 1;
  const known = tenants.map(({ key, displayName }) => [key, isShared(displayName) ? `${displayName} (${key})` : displayName] as const);
  return Object.fromEntries([...choice.tenants.map((key) => [key, `${key} (not known)`] as const), ...known]);
}
