/**
 * Whether an administrative code is of an urban district (市辖区) of a city: by GB/T 2260 the last two digits of a
 * district are 01 to 20, of a county 21 to 80, of a county-level city 81 to 99. That holds below a city (digits three
 * and four 01 to 20, or 51 to 70); below a prefecture 01 to 20 are cities.
 */
export function isUrbanDistrict(code: string): boolean {
  return /^\d{2}(0[1-9]|1\d|20|5[1-9]|6\d|70)(0[1-9]|1\d|20)$/.test(code);
}
