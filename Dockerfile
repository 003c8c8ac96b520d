FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish src/CrmRoi.Web -c Release -o /app/web && dotnet publish src/CrmRoi.Cli -c Release -o /app/cli

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# The working folder holds data/ (SQLite, keys) and logs/: mount a volume here.
WORKDIR /var/lib/crmroi
RUN chown $APP_UID /var/lib/crmroi
COPY --from=build /app /app
ENV Urls=http://0.0.0.0:8080
EXPOSE 8080
USER $APP_UID
VOLUME /var/lib/crmroi
ENTRYPOINT ["dotnet", "/app/web/CrmRoi.Web.dll"]
