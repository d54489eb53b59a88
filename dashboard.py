"""Entry point: `streamlit run dashboard.py`.

The server imports this file once, as `dashboard`, and then runs it as `__main__`
for every visitor.
"""

if __name__ == "__main__":
    from ui import shell

    shell.run()
else:
    import os

    import streamlit as st

    import projector.routes
    from ui import errors, live, warm
    from web import live as live_route
    from web import logs, middleware, routes, startup

    logs.configure()
    # Here and not in the lifespan, where the server would add a traceback.
    url = startup.usable_database(os.environ)
    app = st.App(
        __file__,
        routes=[
            *routes.served(url),
            *projector.routes.served(),
            *live_route.served(live.latest),
        ],
        middleware=middleware.STACK,
        lifespan=startup.lifespan(warm.warm),
        on_script_error=errors.show,
    )
