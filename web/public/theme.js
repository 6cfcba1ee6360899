// Runs before the first paint, so that nobody sees the wrong theme, or the page of another reader, flash, and so that nothing done
// before the client's code has come is lost. Kept apart from the bundle because the content security policy allows no inline
// script.
;(function () {
  var choice = 'system'
  try {
    choice = localStorage.getItem('proconnect.theme') || 'system'
  } catch {
    // Storage may be switched off; the system's theme is used then.
  }
  var dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'

  // Who reads: somebody with a session, a visitor, or a visitor who asks for more than the HTML can hold. What is painted in
  // the HTML for others stays hidden (app.css), and the client draws the page (main.tsx).
  var reader = location.search ? 'asking' : 'visitor'
  try {
    if (localStorage.getItem('proconnect.session')) reader = 'own'
  } catch {
    // Without storage nobody stays signed in over a reload.
  }
  document.documentElement.dataset.reader = reader

  // What is pressed or chosen in a painted part before it works is kept, and done when it does (part-works.ts). Parts come one by
  // one, each with its own code: what is pressed in one whose code has not run would do nothing. Links and forms are the
  // browser's own.
  var kept = []
  var pressed = 'button[type=button], [type=radio], [type=checkbox]'
  function keep(event) {
    var target = event.target.closest(event.type === 'click' ? pressed : 'select, input:not(' + pressed + ')')
    if (!target || !target.closest('[data-part=waits]')) return
    event.stopImmediatePropagation()
    if (event.type === 'click') event.preventDefault()
    kept.push(target)
  }
  function redo(target) {
    if (target.matches(pressed)) target.click()
    else
      target.dispatchEvent(
        target.matches('select')
          ? new Event('change', { bubbles: true })
          : new FocusEvent('focusout', { bubbles: true }),
      )
  }
  document.addEventListener('click', keep, true)
  document.addEventListener('change', keep, true)
  document.addEventListener('part-works', function (event) {
    var before = kept
    kept = before.filter(function (target) {
      return !event.target.contains(target)
    })
    before.forEach(function (target) {
      if (event.target.contains(target)) redo(target)
    })
  })
})()
