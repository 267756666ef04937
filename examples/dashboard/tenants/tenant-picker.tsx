import { useEffect, useRef, useState } from 'react';
import { goTo, useAddress } from '../address';
import { useTenants } from '../reading/use-tenants';
import { isChosen, isNarrow, keyOfChoice, readChoice, withChoice, type TenantChoice } from '../tenant-choice';
import { arrive, setOut } from '../view';
import { TenantDialog } from './tenant-dialog';

/** Whose jobs all of the page is about. Where there is one tenant there is nothing to choose. */
export function TenantPicker() {
  const address = useAddress();
  const tenants = useTenants();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (arrive('tenants')) button.current?.focus({ preventScroll: true });
  }, []);
  const choice = readChoice(address);
  if (tenants.length < 2 && !isNarrow(choice)) return null;

  function choose(chosen: TenantChoice) {
    setIsOpen(false);
    if (keyOfChoice(chosen) === keyOfChoice(choice)) return;
    setOut('tenants');
    const params = withChoice(address, chosen);
    // What is open, and the source, may be another tenant's.
    for (const name of ['source', 'job', 'workload']) params.delete(name);
    goTo(params);
  }
  return (
    <>
      <button ref={button} type="button" className="plain" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {isNarrow(choice) ? wordsOf(tenants.filter((tenant) => isChosen(tenant, choice)).length, tenants.length) : 'All tenants'}
      </button>
      {isOpen && <TenantDialog tenants={tenants} choice={choice} onChoose={choose} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function wordsOf(chosen: number, all: number): string {
  return all === 0 ? 'Some tenants' : `${chosen} of ${all} tenants`;
}
