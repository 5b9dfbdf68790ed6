// SPDX-License-Identifier: EUPL-1.2
// node check.mjs PAGE.html…
//
// Opens each page in Debian's Chromium as people meet it: on a screen, on a
// narrow one and on paper. Everything that axe-core finds against WCAG 2.1 A
// and AA and its best practices is told with the page, the rule and the
// place; so is a page that scrolls sideways, fetches or complains. Exit
// status 1 when anything was told. The pages keep their content security
// policy: the checks come in through the browser, not through the page.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// Where tests/setup puts what comes from npm.
const modules = process.env.DOSSIER_BROWSER ??
	new URL('../../build/browser/', import.meta.url)
const chromium_path = '/usr/bin/chromium'
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']
const views = [
	{ name: 'screen', media: 'screen', width: 1280 },
	{ name: 'narrow', media: 'screen', width: 320 },
	{ name: 'paper', media: 'print', width: 673 },	// A4 less its margins
]
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic',
	'--no-first-run', '--disable-background-networking',
	'--disable-component-update', '--disable-sync']

function from_npm() {
	try {
		const require = createRequire(new URL('here.js',
			modules instanceof URL ? modules :
			pathToFileURL(resolve(modules) + '/')))

		return {
			chromium: require('playwright-core').chromium,
			axe: readFileSync(require.resolve('axe-core/axe.min.js'),
				'utf8'),
		}
	} catch (error) {
		console.error('The tests in a browser need what this installs: ' +
			`sh tests/setup test\n(${error.message.split('\n')[0]})`)
		process.exit(1)
	}
}

function tell(place, rule, help, nodes = []) {
	console.log(`${place}: ${rule}: ${help}`)
	for (const node of nodes)
		console.log(`    ${node.target.join(' ')}\n    ${node.html}\n` +
			`    ${(node.failureSummary ?? '').replace(/\n/g, '\n    ')}`)
}

// How many columns of pixels the page is wider than its window.
function excess() {
	const { scrollWidth, clientWidth } = document.scrollingElement

	return scrollWidth - clientWidth
}

async function look(page, place, view) {
	await page.emulateMedia({ media: view.media })
	await page.setViewportSize({ width: view.width, height: 900 })

	const wider = await page.evaluate(excess)
	const { violations, passes } = await page.evaluate(tags => axe.run(
		document, { runOnly: { type: 'tag', values: tags },
			resultTypes: ['violations'], preload: false }), tags)

	if (wider > 0)
		tell(place, 'width', `the page is ${wider} pixels too wide`)
	if (passes.length === 0)
		tell(place, 'axe', 'found nothing to look at')
	for (const { id, impact, help, helpUrl, nodes } of violations)
		tell(place, `${id} (${impact})`, `${help}, ${helpUrl}`, nodes)
	return violations.length + (wider > 0) + (passes.length === 0)
}

// What a page says and asks for comes in `heard`.
async function check(page, heard, axe, file) {
	const address = pathToFileURL(resolve(file)).href
	let found = 0

	heard.length = 0
	await page.goto(address)
	await page.evaluate(axe)
	for (const view of views)
		found += await look(page, `${file}, ${view.name}`, view)

	const complaints = heard.filter(text => text !== `asks for ${address}`)

	for (const complaint of complaints)
		tell(file, 'page', complaint)
	return found + complaints.length
}

const files = process.argv.slice(2)
const { chromium, axe } = from_npm()
const browser = await chromium.launch({ executablePath: chromium_path,
	args: flags })
const page = await browser.newPage()
const heard = []
let found = 0

page.on('console', said => heard.push(said.text()))
page.on('pageerror', error => heard.push(error.message))
page.on('request', request => heard.push(`asks for ${request.url()}`))
for (const file of files)
	found += await check(page, heard, axe, file)
await browser.close()
console.log(`${files.length} pages, ${found} faults`)
process.exit(found > 0 || files.length === 0 ? 1 : 0)
