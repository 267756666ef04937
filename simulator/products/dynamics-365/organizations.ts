/** Ids are GUIDs by the page's tables; the one of its sample is none. */
export const sales = { organizationId: '69cb1ecc-f8e8-439b-8077-a4b7fd45e87f', organizationName: 'contoso' };
export const finance = { organizationId: '1f0d94a2-3c1b-4e57-9a55-0c5b6f2f7d11', organizationName: 'contoso-finance' };
export const trial = { organizationId: '6cccccc-ffff-bbb-88888-aabbccdeee', organizationName: 'uatorg123' };
